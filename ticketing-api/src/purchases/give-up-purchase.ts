import type { Tx } from '@event-sphere/kit/database/database'
import { refuse } from '../call/refuse.ts'
import type { Context } from '../context.ts'
import { book } from '../ledger/book.ts'
import { withStock } from '../seats/with-stock.ts'
import type { LockedPurchase } from './lock-purchase.ts'
import { moves } from './moves.ts'
import { heldIsOwed } from './postings.ts'
import { movePurchases } from './store.ts'
import { tellOfOwedMoney } from './tell-of-owed-money.ts'

/** Ends a purchase that waits for money and frees its seats. Money that still comes for it is owed back. */
export async function giveUpPurchase(ctx: Context, tx: Tx, purchase: LockedPurchase): Promise<void> {
  const moved = await movePurchases(tx, [purchase.id], moves.giveUp)
  if (moved === 0) throw refuse('purchase_closed')
  await book(tx, [heldIsOwed(purchase, 'given_up')])
  await tellOfOwedMoney(ctx, tx, purchase)
  const { id, eventId } = purchase
  await withStock(ctx, tx, { eventId, holdIds: [id] }, (stock) => stock.returnHold(id))
}
