import type { WirePayment } from './find-payments.ts'

/** The stage of a prompt, by what the buyer can do. */
export type Stage =
  /** The phone asks for the PIN or is about to. */
  | 'asking'
  /** The outcome is unknown, and the phone no longer asks. */
  | 'undecided'
  /** It ended without money. */
  | 'ended'

/** M-Pesa's answer to a query while the phone still asks for the PIN. */
const stillProcessing = '4999'

/** After an undecided answer or a timeout, do not send the buyer to the phone. */
export function readStage(
  payment: Pick<WirePayment, 'status' | 'resultCode' | 'retryAt' | 'nextStep'>,
  now: string,
): Stage {
  if (payment.nextStep === 'may_have_paid') return 'undecided'
  if (payment.status !== 'pending') return 'ended'
  const { resultCode } = payment
  if (resultCode !== null && resultCode !== stillProcessing) return 'undecided'
  return mustWait(payment, now) || payment.retryAt === null ? 'asking' : 'undecided'
}

/**
 * Whether money may have left with the newest of these attempts, or with an earlier one whose end is unknown: another attempt
 * could then pay twice. They come newest first.
 */
export const isAnyUndecided = (payments: readonly Parameters<typeof readStage>[0][], now: string): boolean =>
  payments.some((payment, place) =>
    place === 0 ? readStage(payment, now) === 'undecided' : payment.status === 'expired',
  )

/** While a prompt is open, the API refuses another number and a cancellation: it cannot be recalled. */
export const isOpen = (payment: Parameters<typeof readStage>[0], now: string): boolean =>
  payment.status === 'pending' && (payment.retryAt === null || mustWait(payment, now))

export const mustWait = ({ retryAt }: Pick<WirePayment, 'retryAt'>, now: string): boolean =>
  retryAt !== null && Date.parse(retryAt) > Date.parse(now)
