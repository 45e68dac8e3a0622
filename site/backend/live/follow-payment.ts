import { setTimeout as pause } from 'node:timers/promises'
import type { WireReply } from '@event-sphere/contract/endpoint'
import { getPaymentStatus } from '@event-sphere/contract/payments'
import type { Ticketing } from '../ticketing/ticketing.ts'

export type WirePayment = WireReply<typeof getPaymentStatus>

/** Payments that look the same to the buyer have the same state. */
export const stateOf = (payment: WirePayment): string =>
  [payment.status, payment.purchaseStatus, payment.resultCode, payment.nextStep].join(' ')

export interface Pace {
  waitSeconds: number
  /** The pause between two calls, even if the API does not wait. */
  restMilliseconds: number
}

const pace: Pace = { waitSeconds: 20, restMilliseconds: 1000 }

/** Yields each new state of a payment until its purchase no longer awaits payment or nobody listens. */
export async function* followPayment(
  ticketing: Ticketing,
  paymentId: string,
  signal: AbortSignal,
  { waitSeconds, restMilliseconds }: Pace = pace,
): AsyncGenerator<WirePayment> {
  let told: string | undefined
  while (!signal.aborted) {
    const answer = await ticketing.call(getPaymentStatus, {
      params: { checkoutRequestId: paymentId },
      // The first answer comes at once, so that earlier changes are reported.
      ...(told !== undefined && { waitSeconds }),
      signal,
    })
    if (!answer.ok && answer.problem.code !== 'unavailable') return
    if (answer.ok) {
      const state = stateOf(answer.reply)
      if (state !== told) yield answer.reply
      told = state
      if (answer.reply.purchaseStatus !== 'pending_payment') return
    }
    await pause(restMilliseconds, undefined, { signal })
  }
}
