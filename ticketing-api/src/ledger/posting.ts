import type { OrganizationId, PaymentId, PurchaseId } from '@event-sphere/contract/values/ids'
import type { Cents } from '@event-sphere/contract/values/money'

/** Where money is (`mpesa`), or whose it is: a purchase's that waits, its organization's, its buyer's. */
export type Account = 'mpesa' | 'held_for' | 'earned' | 'owed_back'

export type Cause =
  /** M-Pesa moved it. */
  | 'received'
  /** Its purchase has its tickets: the price is earned, and what is more is owed back. */
  | 'completed'
  /** It came for what needs none: paid twice, or over. */
  | 'buys_nothing'
  /** It is all there, and there can be no tickets. */
  | 'no_tickets'
  /** Its purchase ended with a part of the price. */
  | 'expired'
  | 'given_up'
  | 'event_cancelled'
  /** It was there before the ledger was. */
  | 'opened'

/** Money that moves between accounts, whole: the entries sum to zero, or the database refuses all that is booked with it. */
export interface Posting {
  cause: Cause
  organizationId: OrganizationId
  purchaseId: PurchaseId | null
  paymentId?: PaymentId
  receipt?: string | null
  /** Debits are positive, credits negative; an account that nothing moves in has no entry. */
  entries: Partial<Record<Account, Cents>>
}
