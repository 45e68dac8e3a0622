import type { RefusalCode } from '@event-sphere/contract/refusals'
import { busySubscriber, refusedPhone } from '../../gateways/mpesa/prompt-answer.ts'
import type { PaymentRow } from '../payment-row.ts'

/** What the person with the phone can do something about. */
export const isPersonsMatter = (code: string) => code === busySubscriber || code === refusedPhone

type Attempt = Pick<PaymentRow, 'status' | 'checkoutRequestId' | 'refusedBecause' | 'retryAt'>

/** Why the caller is refused if M-Pesa turned the request itself away; a busy phone is an answer, not a refusal. */
export function turnedAwayBecause(attempt: Attempt): RefusalCode | undefined {
  const isTurnedAway = attempt.status === 'failed' && attempt.checkoutRequestId === null
  if (!isTurnedAway || attempt.refusedBecause === busySubscriber) return undefined
  return attempt.refusedBecause === refusedPhone ? 'phone_invalid' : 'payment_provider_refused'
}

/** Nothing was done under this key, and the time to try the same again has come. */
export function mayGoOutAnew(attempt: Attempt, now: Date): boolean {
  const isOver = attempt.retryAt !== null && attempt.retryAt <= now
  return isOver && turnedAwayBecause(attempt) === 'payment_provider_refused'
}
