import type { PaymentId } from '@event-sphere/contract/values/ids'
import type { Tx } from '@event-sphere/kit/database/database'
import type { LockedPurchase } from '../purchases/lock-purchase.ts'
import { lockPurchases } from '../purchases/lock-purchases.ts'
import type { PaymentRow } from './payment-row.ts'
import { type KnownAttempt, lockPayments } from './store.ts'

export interface LockedAttempt {
  payment: PaymentRow
  purchase: LockedPurchase
}

/** The purchases first, then their payments, each in the order of their ids: the order in which everybody locks. */
export async function lockAttempts(
  tx: Tx,
  known: readonly KnownAttempt[],
): Promise<(id: PaymentId) => LockedAttempt> {
  const purchaseIds = known.map(({ purchaseId }) => purchaseId)
  const ids = known.map(({ id }) => id)
  const [purchases, payments] = await Promise.all([lockPurchases(tx, purchaseIds), lockPayments(tx, ids)])
  return (id) => {
    const payment = payments.get(id)
    const purchase = payment && purchases.get(payment.purchaseId)
    if (!purchase) throw new Error(`payment ${id} not found while settling`)
    return { payment, purchase }
  }
}
