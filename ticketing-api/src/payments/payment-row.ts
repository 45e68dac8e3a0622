import type { PaymentId, PurchaseId } from '@event-sphere/contract/values/ids'
import type { Cents } from '@event-sphere/contract/values/money'

/** Only `paid` is final: a proven success moves a payment there from anywhere. */
export type AttemptStatus = 'created' | 'prompted' | 'paid' | 'failed' | 'expired'

/** One attempt to have a purchase paid. */
export interface PaymentRow {
  id: PaymentId
  purchaseId: PurchaseId
  phone: string
  /** What was asked for. */
  amountCents: Cents
  status: AttemptStatus
  merchantRequestId: string | null
  checkoutRequestId: string | null
  resultCode: string | null
  /** What came in. */
  paidCents: Cents | null
  receipt: string | null
  createdAt: Date
  /** When the call that asked for the prompt had ended, whatever it brought. */
  answeredAt: Date | null
  openUntil: Date
  settledAt: Date | null
  /** Why the request itself was turned away, in the gateway's words. */
  refusedBecause: string | null
  /** From when the same may be asked again. */
  retryAt: Date | null
  /** When Safaricom is asked next; null if nobody asks. */
  nextQueryAt: Date | null
  /** An earlier attempt for the same purchase ended without anybody knowing how. */
  isAfterUndecided: boolean
}
