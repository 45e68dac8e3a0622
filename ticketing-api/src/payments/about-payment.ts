import type { LockedPurchase } from '../purchases/lock-purchase.ts'
import type { Outcome } from './judge-outcome.ts'
import type { PaymentRow } from './payment-row.ts'

/** What a person needs to know of a payment. */
export interface AboutPayment {
  payment: Pick<PaymentRow, 'id' | 'amountCents' | 'paidCents' | 'receipt' | 'createdAt'>
  purchase: Pick<LockedPurchase, 'organizationId' | 'eventId' | 'account' | 'buyerEmail'>
  /** What Safaricom said, if that is the matter. */
  outcome?: Partial<Outcome>
}
