import type { Tx } from '@event-sphere/kit/database/database'
import type { Context } from '../context.ts'
import { refuse } from '../refuse.ts'
import { dropHolds } from '../seats/hold-seats.ts'
import { lockStock } from '../seats/lock-stock.ts'
import { returnSeats, saveStock } from '../seats/move-stock.ts'
import type { LockedPurchase } from './lock-purchase.ts'
import { listItems, markStatus } from './store.ts'
import { tellOfOwedMoney } from './tell-of-owed-money.ts'

/** Ends a purchase that waits for money and frees its seats. Money that still comes for it is owed back. */
export async function giveUpPurchase(ctx: Context, tx: Tx, purchase: LockedPurchase): Promise<void> {
  const isMoved = await markStatus(tx, purchase.id, { from: ['pending_payment'], to: 'cancelled' })
  if (!isMoved) throw refuse('purchase_closed')
  await tellOfOwedMoney(ctx, tx, purchase)
  const stock = await lockStock(tx, purchase.eventId)
  const isHeld = (await dropHolds(tx, [purchase.id])).has(purchase.id)
  if (isHeld) returnSeats(stock, await listItems(tx, [purchase.id]))
  await saveStock(tx, stock)
}
