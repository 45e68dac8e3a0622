import type { Tx } from '@event-sphere/kit/database/database'
import { book } from '../ledger/book.ts'
import type { LockedPurchase } from './lock-purchase.ts'
import { heldIsOwed } from './postings.ts'

/** Money that came for purchases which it does not help: they have their tickets, or have ended without the whole price. */
export async function oweSurplus(tx: Tx, purchases: readonly LockedPurchase[]): Promise<void> {
  await book(
    tx,
    purchases.map((purchase) => heldIsOwed(purchase, 'buys_nothing')),
  )
}
