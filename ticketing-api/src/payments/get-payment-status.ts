import { performance } from 'node:perf_hooks'
import type { Locale } from '@event-sphere/contract/auth'
import type { PaymentStatus } from '@event-sphere/contract/payments'
import type { Caller } from '../call/caller.ts'
import { refuse } from '../call/refuse.ts'
import type { Context } from '../context.ts'
import { readPayment } from './read-payment.ts'

export interface StatusAsked {
  caller: Caller
  /** Safaricom's id of the prompt, or ours of the payment. */
  id: string
  locale: Locale
  /** How long to wait for a change; 0 answers at once. */
  waitSeconds: number
}

/** How a payment stands. One that is pending may be waited for, whichever process moves it. */
export async function getPaymentStatus(ctx: Context, asked: StatusAsked): Promise<PaymentStatus> {
  const seen = await readPayment(ctx, asked)
  if (!seen) throw refuse('not_found')
  if (seen.status.status !== 'pending' || asked.waitSeconds === 0) return seen.status
  const look = async () => (await readPayment(ctx, asked))?.status ?? seen.status
  const endsAt = performance.now() + asked.waitSeconds * 1000
  for (;;) {
    // It may move between the look and the listening; and news is no change: after a lost connection everybody hears some.
    const news = ctx.paymentNews.heard(seen.row.id, Math.max(0, endsAt - performance.now()))
    const now = await look()
    if (hasMoved(seen.status, now)) return now
    if (!(await news)) return look()
  }
}

const hasMoved = (before: PaymentStatus, now: PaymentStatus) =>
  before.status !== now.status ||
  before.resultCode !== now.resultCode ||
  before.checkoutRequestId !== now.checkoutRequestId ||
  before.purchaseStatus !== now.purchaseStatus
