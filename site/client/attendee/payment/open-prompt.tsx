import { useWords } from '../../locales/words.ts'
import { Notice } from '../../ui/notice.tsx'
import type { WirePayment } from './find-payments.ts'
import { readStage } from './read-stage.ts'
import { RetryLater } from './retry-later.tsx'

interface OpenPromptProps {
  purchaseId: string
  payment: WirePayment | undefined
  timezone: string
  now: string
}

/** A prompt cannot be recalled: while it is open, the order can neither use another number nor be cancelled. */
export function OpenPrompt({ purchaseId, payment, timezone, now }: OpenPromptProps) {
  const { say } = useWords()
  return (
    <>
      {payment && readStage(payment, now) === 'undecided' ? (
        <Notice kind="note" title={say('undecided.title')} />
      ) : (
        <Notice kind="note" title={say('pay.prompted', { phone: payment?.phoneMasked ?? '' })}>
          <p>{say('pay.promptedText')}</p>
        </Notice>
      )}
      {payment?.retryAt && (
        <RetryLater retryAt={payment.retryAt} now={now} timezone={timezone} words="pay.promptedUntil" />
      )}
      <a className="button" href={`/pay/${purchaseId}/waiting`}>
        {say('tickets.seeHow')}
      </a>
    </>
  )
}
