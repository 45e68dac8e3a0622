import type { Problem } from '@event-sphere/contract/problem'
import { useWords } from '../../locales/words.ts'
import { formatMoney, formatTime } from '../../ui/formats.ts'
import { Notice } from '../../ui/notice.tsx'
import type { PaidFor, WirePayment } from './find-payments.ts'
import { Hold } from './hold.tsx'
import { PhoneForm } from './phone-form.tsx'

interface OutcomeProps {
  purchase: PaidFor
  payment: WirePayment
  timezone: string
  now: string
  phone: string
  idempotencyKey: string
  problem: Problem | undefined
}

/** The prompt ended without money: why, in the API's words, and what can be done now. */
export function Outcome({ purchase, payment, timezone, now, problem, ...form }: OutcomeProps) {
  const { say, language } = useWords()
  const amount = formatMoney(payment.amount, language)
  const mustWait = payment.retryAt !== null && Date.parse(payment.retryAt) > Date.parse(now)
  const canTry = payment.nextStep === 'try_again' || payment.nextStep === 'may_have_paid'
  return (
    <>
      <h1>{say('wait.notPaid')}</h1>
      <Notice kind="fault">
        <p>{payment.message}</p>
      </Notice>
      {canTry && (
        <div className="card">
          <p className="amount">
            <strong>{amount}</strong>
          </p>
          {purchase.expiresAt && <Hold expiresAt={purchase.expiresAt} now={now} timezone={timezone} />}
          {mustWait && payment.retryAt ? (
            <RetryLater retryAt={payment.retryAt} now={now} timezone={timezone} />
          ) : (
            <PhoneForm {...form} amount={payment.amount} submit={say('wait.tryAgain')} problem={problem} />
          )}
        </div>
      )}
      {payment.nextStep === 'contact_organiser' && <p className="lead">{say('wait.contact')}</p>}
    </>
  )
}

/** Safaricom locks a phone for a while after a prompt; asking before that only earns another refusal. */
function RetryLater({ retryAt, now, timezone }: { retryAt: string; now: string; timezone: string }) {
  const { say, language } = useWords()
  const seconds = Math.max(1, Math.ceil((Date.parse(retryAt) - Date.parse(now)) / 1000))
  return (
    <>
      <noscript>
        <meta httpEquiv="refresh" content={String(seconds)} />
      </noscript>
      <p className="hold">
        {say('wait.retryAt', { time: formatTime(retryAt, timezone, language) })}
        <span
          className="countdown"
          role="timer"
          aria-live="off"
          hidden
          data-countdown={retryAt}
          data-now={now}
          data-words={say('pay.countdown')}
          data-reload=""
        />
      </p>
    </>
  )
}
