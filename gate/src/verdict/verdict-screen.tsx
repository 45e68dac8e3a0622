import type { CSSProperties } from 'react'
import { useWords } from '../locales/use-words.ts'
import type { Outcome } from '../scan/ask-api.ts'
import { greenStaysMs } from '../scan/door.ts'
import { adviceOf } from './advice-of.ts'
import { AnswerButton } from './answer-button.tsx'
import { FullScreen } from './full-screen.tsx'
import { TicketLines } from './ticket-lines.tsx'
import { verdictOf } from './verdict-of.ts'

interface Props {
  outcome: Outcome
  ticketCode: string
  onNext: () => void
  onAdmitWith: (ticketId: string) => void
  onChangePlace: () => void
}

export function VerdictScreen({ outcome, ticketCode, onNext, onAdmitWith, onChangePlace }: Props) {
  const { say } = useWords()
  const { tone, command, reason } = verdictOf(outcome)
  const scan = outcome.kind === 'decided' ? outcome.scan : undefined
  const other = scan?.otherTicket && !scan.otherTicket.isAlreadyAdmitted ? scan.otherTicket : undefined
  return (
    <FullScreen
      look={tone}
      word={say(command)}
      reason={tone === 'go' ? undefined : say(reason)}
      advice={adviceOf(outcome, say)}
      code={scan?.ticket.ticketCode ?? say('scan.code', { code: shorten(ticketCode) })}
      // A choice is not dismissed by a touch beside it.
      onTap={other ? undefined : onNext}
      buttons={
        <>
          {other && (
            <AnswerButton onClick={() => onAdmitWith(other.id)}>
              {say('scan.admitWith', { ticket: other.ticketTypeName })}
            </AnswerButton>
          )}
          {outcome.kind === 'no_entrance' && (
            <AnswerButton onClick={onChangePlace}>{say('place.chooseAgain')}</AnswerButton>
          )}
          <AnswerButton onClick={onNext} kind={other || outcome.kind === 'no_entrance' ? 'outline' : 'full'}>
            {tone === 'go' && <TimeLeft />}
            {say('scan.next')}
          </AnswerButton>
        </>
      }
    >
      {scan && <TicketLines scan={scan} />}
    </FullScreen>
  )
}

function TimeLeft() {
  const style = { '--stays': `${greenStaysMs}ms` } as CSSProperties
  return <span className="verdict-time absolute inset-x-0 top-0 h-1.5 bg-white" style={style} />
}

/** A QR's text is long and means nothing to people. */
const shorten = (code: string) => (code.length > 40 ? `${code.slice(0, 37)}…` : code)
