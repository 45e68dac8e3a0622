import { type Cents, noCents, toCents } from '@event-sphere/contract/values/money'
import type { PurchaseRow } from './store.ts'

/** What came in and buys nothing: it goes back to whoever paid. */
export function owedCents(purchase: Pick<PurchaseRow, 'status' | 'totalCents' | 'paidCents'>): Cents {
  switch (purchase.status) {
    case 'pending_payment':
      return noCents
    case 'expired':
    case 'cancelled':
    case 'owed_back':
      return purchase.paidCents
    case 'completed':
    case 'partially_refunded':
    case 'refunded':
      return toCents(Math.max(0, purchase.paidCents - purchase.totalCents))
    default:
      return purchase.status satisfies never
  }
}
