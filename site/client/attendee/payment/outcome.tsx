import { useWords } from '../../locales/words.ts'
import { formatMoney } from '../../ui/formats.ts'
import { Notice } from '../../ui/notice.tsx'
import { dueOf } from './due-of.ts'
import type { PaidFor, WirePayment } from './find-payments.ts'
import { Hold } from './hold.tsx'
import { PhoneForm } from './phone-form.tsx'
import { mustWait } from './read-stage.ts'
import { RetryLater } from './retry-later.tsx'

export interface OutcomeProps {
  purchase: PaidFor
  payment: WirePayment
  timezone: string
  now: string
  /** The end of this attempt, or of an earlier one, is unknown. */
  isUndecided: boolean
  phone: string
  idempotencyKey: string
}

/** The prompt failed or was paid in part: why, in the API's words, and what to do now. */
export function Outcome({ purchase, payment, timezone, now, isUndecided, ...form }: OutcomeProps) {
  const { say, language } = useWords()
  const due = dueOf(purchase)
  const amount = formatMoney(due, language)
  const isPartly = purchase.paidAmount > 0
  const canTry = payment.nextStep === 'try_again'
  const again = isPartly ? say('pay.submit', { amount }) : say('wait.tryAgain')
  return (
    <>
      <h1>{say(isPartly ? 'wait.partlyPaid' : 'wait.notPaid')}</h1>
      <Notice kind={isPartly ? 'note' : 'fault'}>
        <p>{payment.message}</p>
      </Notice>
      {canTry && (
        <div className="card">
          <p className="amount">
            <strong>{amount}</strong>
          </p>
          {isUndecided && <p>{say('undecided.look', { amount: formatMoney(payment.amount, language) })}</p>}
          {purchase.expiresAt && <Hold expiresAt={purchase.expiresAt} now={now} timezone={timezone} />}
          {mustWait(payment, now) && payment.retryAt ? (
            <RetryLater retryAt={payment.retryAt} now={now} timezone={timezone} />
          ) : (
            <PhoneForm {...form} amount={due} submit={isUndecided ? say('undecided.submit') : again} />
          )}
        </div>
      )}
      {payment.nextStep === 'contact_organiser' && <p className="lead">{say('wait.contact')}</p>}
      <p>
        <a href={`/pay/${purchase.id}`}>{say(canTry ? 'wait.orCancel' : 'wait.otherNumber')}</a>
      </p>
    </>
  )
}
