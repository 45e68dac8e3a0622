import { type Say, useWords } from '../locales/use-words.ts'
import { verdictOf } from '../verdict/verdict-of.ts'
import type { Outcome } from './ask-api.ts'

interface Props {
  admitted: number
  last: Outcome | undefined
}

/** What a green verdict leaves behind when it goes away by itself. */
export function LastScan({ admitted, last }: Props) {
  const { say } = useWords()
  return (
    <div className="mx-auto flex w-full max-w-2xl flex-wrap justify-between gap-x-4 text-base text-soft">
      {last && <p className="max-w-full truncate">{say('scan.lastOne', { what: tell(last, say) })}</p>}
      <p className="shrink-0 tabular-nums">{say('scan.admittedHere', { count: admitted })}</p>
    </div>
  )
}

/** Whose it was, else which ticket; an unknown code is nobody's. */
function tell(last: Outcome, say: Say): string {
  const reason = say(verdictOf(last).reason)
  if (last.kind !== 'decided') return reason
  const { holderName, ticketTypeName } = last.scan.ticket
  return `${holderName ?? ticketTypeName} · ${reason}`
}
