import type { RefusalCode } from '@event-sphere/contract/refusals'
import { busySubscriber, refusedPhone } from '../gateways/mpesa/prompt-answer.ts'
import type { PaymentRow } from './payment-row.ts'

/** What the person with the phone can do something about. */
export const isPersonsMatter = (code: string) => code === busySubscriber || code === refusedPhone

/** Why the caller is refused where M-Pesa turned the request itself away; a busy phone is an answer, not a refusal. */
export function turnedAwayBecause(
  attempt: Pick<PaymentRow, 'status' | 'checkoutRequestId' | 'resultCode'>,
): RefusalCode | undefined {
  const isTurnedAway = attempt.status === 'failed' && attempt.checkoutRequestId === null
  if (!isTurnedAway || attempt.resultCode === busySubscriber) return undefined
  return attempt.resultCode === refusedPhone ? 'phone_invalid' : 'payment_provider_refused'
}
