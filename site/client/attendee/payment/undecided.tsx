import { useWords } from '../../locales/words.ts'
import { formatMoney } from '../../ui/formats.ts'
import { Notice } from '../../ui/notice.tsx'
import { dueOf } from './due-of.ts'
import { Hold } from './hold.tsx'
import type { OutcomeProps } from './outcome.tsx'
import { PhoneForm } from './phone-form.tsx'
import { mustWait } from './read-stage.ts'
import { RetryLater } from './retry-later.tsx'

/**
 * The outcome is unknown: says what to check first and when another try is possible, without sending the buyer to the
 * phone.
 */
export function Undecided({ purchase, payment, timezone, now, ...form }: OutcomeProps) {
  const { say, language } = useWords()
  // With this step the API's own text says what to check first and what to do if money has left.
  const isAdvised = payment.nextStep === 'may_have_paid'
  // Without an answer from M-Pesa, the API's text still sends people to a phone that no longer asks.
  const isSaid = isAdvised || payment.resultCode !== null
  return (
    <>
      <h1>{say('undecided.title')}</h1>
      {isSaid && (
        <Notice kind="note">
          <p>{payment.message}</p>
        </Notice>
      )}
      <div className="card">
        <h2>{say('undecided.again')}</h2>
        {!isAdvised && <p>{say('undecided.look', { amount: formatMoney(payment.amount, language) })}</p>}
        {purchase.expiresAt && <Hold expiresAt={purchase.expiresAt} now={now} timezone={timezone} />}
        {mustWait(payment, now) && payment.retryAt ? (
          <RetryLater retryAt={payment.retryAt} now={now} timezone={timezone} />
        ) : (
          <PhoneForm {...form} amount={dueOf(purchase)} submit={say('undecided.submit')} />
        )}
      </div>
    </>
  )
}
