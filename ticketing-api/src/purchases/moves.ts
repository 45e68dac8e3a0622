import type { PurchaseStatus } from '@event-sphere/contract/purchases'

export interface Move {
  from: readonly PurchaseStatus[]
  to: PurchaseStatus
}

/** Every transition of a purchase. The caller must check that the row changed. */
export const moves = {
  /** Its money is here, and its seats are tickets. */
  complete: { from: ['pending_payment', 'expired'], to: 'completed' },
  /** Its money is here, and there are no seats. */
  oweBack: { from: ['pending_payment', 'expired', 'cancelled'], to: 'owed_back' },
  expire: { from: ['pending_payment'], to: 'expired' },
  giveUp: { from: ['pending_payment'], to: 'cancelled' },
  /** Its event is cancelled, and nothing was paid for it in full. */
  endWithEvent: { from: ['pending_payment', 'completed', 'partially_refunded'], to: 'cancelled' },
  /** Its event is cancelled after its money came. */
  oweBackWithEvent: { from: ['completed', 'partially_refunded'], to: 'owed_back' },
} as const satisfies Record<string, Move>
