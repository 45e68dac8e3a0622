import type { Locale } from '@event-sphere/contract/auth'
import type { PaymentStatus } from '@event-sphere/contract/payments'
import { paymentId } from '@event-sphere/contract/values/ids'
import type { Caller } from '../call/caller.ts'
import type { Context } from '../context.ts'
import { findOwnPurchase } from './find-own-purchase.ts'
import type { PaymentRow } from './payment-row.ts'
import { findPayment, findPaymentOfPrompt } from './store.ts'
import { viewPayment } from './view.ts'

export interface SeenPayment {
  row: PaymentRow
  status: PaymentStatus
}

/** A payment by Safaricom's id or ours, if its purchase is this caller's. */
export async function readPayment(
  ctx: Context,
  { caller, id, locale }: { caller: Caller; id: string; locale: Locale },
): Promise<SeenPayment | undefined> {
  const reader = ctx.database.reader
  const ours = paymentId.safeDecode(id as `payment_${string}`)
  const payment = ours.success ? await findPayment(reader, ours.data) : await findPaymentOfPrompt(reader, id)
  const purchase = payment && (await findOwnPurchase(reader, caller, payment.purchaseId))
  if (!purchase) return undefined
  return { row: payment, status: viewPayment({ payment, purchase, locale }) }
}
