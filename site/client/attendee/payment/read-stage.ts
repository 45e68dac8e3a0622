import type { WirePayment } from './find-payments.ts'

/** What a person can do about a prompt now. */
export type Stage =
  /** The phone asks for the PIN, or will in a moment. */
  | 'asking'
  /** M-Pesa has not said how it ended, and the phone asks nothing any more. */
  | 'undecided'
  /** It ended without money. */
  | 'ended'

/** What M-Pesa answers to a query while the phone still asks for the PIN. */
const stillProcessing = '4999'

/** M-Pesa's answer that decides nothing, or a time that has passed without one, is no reason to look at a phone. */
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

/** The API takes neither another number nor a cancellation: nobody can call a prompt back. */
export const isOpen = (payment: Parameters<typeof readStage>[0], now: string): boolean =>
  payment.status === 'pending' && (payment.retryAt === null || mustWait(payment, now))

export const mustWait = ({ retryAt }: Pick<WirePayment, 'retryAt'>, now: string): boolean =>
  retryAt !== null && Date.parse(retryAt) > Date.parse(now)
