import type { Locale } from '@event-sphere/contract/auth'
import type { PaymentStatus } from '@event-sphere/contract/payments'
import type { PurchaseId } from '@event-sphere/contract/values/ids'
import type { Caller } from '../call/caller.ts'
import { refuse } from '../call/refuse.ts'
import type { Context } from '../context.ts'
import { findOwnedPurchase } from '../purchases/find-owned-purchase.ts'
import { listPaymentsOf } from './store.ts'
import { viewPayment } from './view.ts'

/** The attempts to pay a purchase, newest first: for its buyer, and for the organization that sold it. */
export async function listPurchasePayments(
  ctx: Context,
  { caller, purchaseId, locale }: { caller: Caller; purchaseId: PurchaseId; locale: Locale },
): Promise<{ items: PaymentStatus[]; next: null }> {
  const purchase = await findOwnedPurchase(ctx.database.reader, caller, purchaseId)
  if (!purchase) throw refuse('not_found')
  const payments = await listPaymentsOf(ctx.database.reader, purchase.id)
  return {
    items: payments.map((payment) => viewPayment({ payment, purchase, locale })),
    next: null,
  }
}
