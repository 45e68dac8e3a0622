import { type Say, useWords } from '../locales/use-words.ts'
import { verdictOf } from '../verdict/verdict-of.ts'
import type { Outcome } from './ask-api.ts'

interface Props {
  admitted: number
  last: Outcome | undefined
}

/** Shows the last green verdict after it has closed. */
export function LastScan({ admitted, last }: Props) {
  const { say } = useWords()
  return (
    <div className="mx-auto flex w-full max-w-2xl flex-wrap justify-between gap-x-4 text-base text-soft">
      {last && <p className="max-w-full truncate">{say('scan.lastOne', { what: tell(last, say) })}</p>}
      <p className="shrink-0 tabular-nums">{say('scan.admittedHere', { count: admitted })}</p>
    </div>
  )
}

/** The holder's name or the ticket's code; an unknown code has neither. */
function tell(last: Outcome, say: Say): string {
  const reason = say(verdictOf(last).reason)
  if (last.kind !== 'decided') return reason
  const { holderName, ticketTypeName } = last.scan.ticket
  return `${holderName ?? ticketTypeName} · ${reason}`
}
