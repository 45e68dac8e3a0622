import type { Purchase } from '@event-sphere/contract/purchases'
import type { PurchaseId } from '@event-sphere/contract/values/ids'
import { sql } from '@event-sphere/kit/database/database'
import type { Caller } from '../caller.ts'
import type { Context } from '../context.ts'
import { refuse } from '../refuse.ts'
import { dropHolds } from '../ticket-types/hold-seats.ts'
import { lockStock } from '../ticket-types/lock-stock.ts'
import { returnSeats, saveStock } from '../ticket-types/move-stock.ts'
import { findOwnedPurchase } from './find-owned-purchase.ts'
import { getPurchase } from './get-purchase.ts'
import { listItems, lockRow, markStatus } from './store.ts'
import { tellOfOwedMoney } from './tell-of-owed-money.ts'

/** Gives up a purchase that waits for money. Money that still comes for it is owed back. */
export async function cancelPurchase(ctx: Context, caller: Caller, id: PurchaseId): Promise<Purchase> {
  await ctx.database.transaction(async (tx) => {
    const own = await findOwnedPurchase(tx, caller, id)
    const row = own && (await lockRow(tx, own.id))
    if (!row) throw refuse('not_found')
    if (await hasOpenPrompt(tx, id)) throw refuse('payment_in_progress')
    const isMoved = await markStatus(tx, id, { from: ['pending_payment'], to: 'cancelled' })
    if (!isMoved) throw refuse('purchase_closed')
    await tellOfOwedMoney(ctx, tx, row)
    const stock = await lockStock(tx, row.eventId)
    if ((await dropHolds(tx, [id])).has(id)) returnSeats(stock, await listItems(tx, [id]))
    await saveStock(tx, stock)
  })
  return getPurchase(ctx, caller, id, true)
}

/** A prompt on a phone cannot be called back: the purchase stays open until it is answered. */
async function hasOpenPrompt(tx: Parameters<typeof lockRow>[0], id: PurchaseId): Promise<boolean> {
  const { rows } = await sql`
    select 1 from payments where purchase_id = ${id} and status in ('created', 'prompted') and open_until > clock.now()`.execute(
    tx,
  )
  return rows.length > 0
}
