import { useWords } from '../language/use-words.ts'
import { resultOf, verdictOf } from '../verdict/verdict-of.ts'
import type { Outcome } from './ask-api.ts'

interface Props {
  admitted: number
  last: Outcome | undefined
}

/** What a green verdict leaves behind when it goes away by itself. */
export function LastScan({ admitted, last }: Props) {
  const { say } = useWords()
  const name = last?.kind === 'decided' ? last.scan.ticket.holderName : undefined
  return (
    <div className="mx-auto flex w-full max-w-2xl flex-wrap justify-between gap-x-4 text-base text-soft">
      {last && (
        <p className="max-w-full truncate">
          {say('scan.lastOne', {
            name: name ?? say('scan.nameless'),
            word: say(verdictOf(resultOf(last)).word),
          })}
        </p>
      )}
      <p className="shrink-0 tabular-nums">{say('scan.admittedHere', { count: admitted })}</p>
    </div>
  )
}
