import type { CSSProperties } from 'react'
import { useWords } from '../language/use-words.ts'
import type { Outcome } from '../scan/ask-api.ts'
import { greenStaysMs } from '../scan/door.ts'
import { AnswerButton } from './answer-button.tsx'
import { FullScreen } from './full-screen.tsx'
import { TicketLines } from './ticket-lines.tsx'
import { resultOf, verdictOf } from './verdict-of.ts'

interface Props {
  outcome: Outcome
  ticketCode: string
  onNext: () => void
}

export function VerdictScreen({ outcome, ticketCode, onNext }: Props) {
  const { say } = useWords()
  const { tone, word, advice } = verdictOf(resultOf(outcome))
  const scan = outcome.kind === 'decided' ? outcome.scan : undefined
  return (
    <FullScreen
      look={tone}
      word={say(word)}
      advice={say(advice)}
      code={scan?.ticket.ticketCode ?? say('scan.code', { code: shorten(ticketCode) })}
      onTap={onNext}
      buttons={
        <AnswerButton onClick={onNext}>
          {tone === 'go' && (
            <span
              className="verdict-time absolute inset-x-0 top-0 h-1.5 bg-white"
              style={{ '--stays': `${greenStaysMs}ms` } as CSSProperties}
            />
          )}
          {say('scan.next')}
        </AnswerButton>
      }
    >
      {scan && <TicketLines scan={scan} />}
    </FullScreen>
  )
}

/** A QR's text is long, and says nothing to people. */
const shorten = (code: string) => (code.length > 40 ? `${code.slice(0, 37)}…` : code)
