import { useWords } from '../../locales/words.ts'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { PaidFor, WirePayment } from './find-payments.ts'
import { Hold } from './hold.tsx'
import { ReloadAt } from './reload-at.tsx'

interface PromptedProps {
  purchase: PaidFor
  payment: WirePayment
  timezone: string
  now: string
}

/** A prompt has been sent: what to do on the phone. */
export function Prompted({ purchase, payment, timezone, now }: PromptedProps) {
  const { say } = useWords()
  return (
    <>
      <h1>{say('wait.title')}</h1>
      {payment.warning && (
        <Notice kind="fault">
          <p>{payment.warning}</p>
        </Notice>
      )}
      <div className="card wait">
        <p className="ring">
          <Icon name="phone" size={40} />
        </p>
        <p className="lead">{payment.message}</p>
        <ol className="steps">
          <li>{say('wait.step1')}</li>
          <li>{say('wait.step2')}</li>
          <li>{say('wait.step3')}</li>
        </ol>
        <p className="hint">{say('wait.leave')}</p>
        {payment.retryAt && <ReloadAt at={payment.retryAt} now={now} />}
        {purchase.expiresAt && <Hold expiresAt={purchase.expiresAt} now={now} timezone={timezone} />}
      </div>
    </>
  )
}
