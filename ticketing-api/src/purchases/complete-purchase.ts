import type { PurchaseId } from '@event-sphere/contract/values/ids'
import type { Tx } from '@event-sphere/kit/database/database'
import type { Context } from '../context.ts'
import { lockStock } from '../seats/lock-stock.ts'
import { releaseEndedHolds } from '../seats/release-ended-holds.ts'
import { saveStock } from '../seats/save-stock.ts'
import type { Stock } from '../seats/stock.ts'
import { addOwned } from '../tickets/holdings.ts'
import { issueTickets } from '../tickets/issue-tickets.ts'
import { makeTickets } from '../tickets/make-tickets.ts'
import { holderNameOf } from './holder-name-of.ts'
import { mayStillHave } from './may-still-have.ts'
import { issuedBy } from './rules.ts'
import { listItems, lockRow, markStatus, type PurchaseItemRow, type PurchaseRow } from './store.ts'

/**
 * Its money is here: seats become tickets. A hold that has ended asks for seats again; if there are none, if its buyer has
 * bought others in their place, if it was given up, or if its event is not on any more, the money is owed back, visibly.
 */
export async function completePurchase(
  ctx: Context,
  tx: Tx,
  id: PurchaseId,
): Promise<'completed' | 'owed_back'> {
  const row = await lockRow(tx, id)
  if (!row) throw new Error(`purchase ${id} not found while completing`)
  if (row.status !== 'pending_payment' && row.status !== 'expired') return oweBack(tx, row)
  const [stock, items] = [await lockStock(tx, row.eventId, [id]), await listItems(tx, [id])]
  const hasSeats = await findSeats(tx, stock, row, items)
  await saveStock(tx, stock)
  if (!hasSeats) return oweBack(tx, row)
  await issue(tx, stock, row, items)
  await markStatus(tx, id, { from: [row.status], to: 'completed', completedAt: stock.now })
  await ctx.jobs.enqueue(tx, 'tickets.mail', [{ purchaseIds: [id] }])
  return 'completed'
}

/** The seats of its hold, or others in their place; taken out of the stock in hand. */
async function findSeats(
  tx: Tx,
  stock: Stock,
  row: PurchaseRow,
  items: readonly PurchaseItemRow[],
): Promise<boolean> {
  const isHeld = stock.findLiveHold(row.id) !== undefined
  const hold = stock.takeHold(row.id)
  if (stock.event?.status !== 'published' || !(isHeld || (await mayStillHave(tx, stock, row, items)))) {
    if (hold) stock.returnSeats(hold.seats)
    return false
  }
  if (hold) return true
  await releaseEndedHolds(tx, stock)
  if (!stock.hasSeats(items)) return false
  stock.takeSeats(items)
  return true
}

async function issue(
  tx: Tx,
  stock: Stock,
  row: PurchaseRow,
  items: readonly PurchaseItemRow[],
): Promise<void> {
  const holderName = holderNameOf(row)
  const tickets = makeTickets(
    stock,
    items.map((item) => ({ ...item, holderName })),
  )
  const owned = [...issuedBy(items, stock.types)].map(([ticketTypeId, quantity]) => ({
    email: row.buyerEmail,
    ticketTypeId,
    quantity,
  }))
  await Promise.all([issueTickets(tx, stock, tickets), addOwned(tx, row.eventId, owned)])
}

async function oweBack(tx: Tx, row: PurchaseRow): Promise<'owed_back'> {
  await markStatus(tx, row.id, { from: ['pending_payment', 'expired', 'cancelled'], to: 'owed_back' })
  return 'owed_back'
}
