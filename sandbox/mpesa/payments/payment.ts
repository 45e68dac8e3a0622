import type { Cancellable } from '../clock.ts'
import type { Fault } from '../faults.ts'
import type { Push } from '../stk-push/push.ts'
import type { Outcome } from './outcomes.ts'

/** `open`: waiting for the phone; `answered`: waiting for M-PESA's result; the others are final. */
export type PaymentStatus = 'open' | 'answered' | 'paid' | 'failed'

/** What happens to a prompt if nobody answers it on the fake phone. */
export interface Foresight {
  readonly outcome: Outcome
  readonly afterSeconds: number
  /** False for a number that waits for an answer and is ignored when the time is up. */
  readonly isCertain: boolean
  /** False if the prompt never reaches the phone (switched off, another network, refused by a rule). */
  readonly reachesPhone: boolean
  readonly faults: readonly Omit<Fault, 'id'>[]
}

/** One accepted STK push, from prompt to result. */
export interface Payment {
  readonly sequence: number
  readonly merchantRequestId: string
  readonly checkoutRequestId: string
  readonly push: Push
  readonly createdAt: Date
  readonly unattended: Foresight
  readonly faults: readonly Fault[]
  status: PaymentStatus
  outcome: Outcome | undefined
  receipt: string | undefined
  paidAt: Date | undefined
  queries: number
  waiting: Cancellable | undefined
}

export const isSettled = (payment: Payment): boolean =>
  payment.status === 'paid' || payment.status === 'failed'
