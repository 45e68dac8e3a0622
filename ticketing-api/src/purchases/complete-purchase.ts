import type { PurchaseId } from '@event-sphere/contract/values/ids'
import type { Tx } from '@event-sphere/kit/database/database'
import type { Context } from '../context.ts'
import { dropHolds, releaseEndedHolds } from '../seats/hold-seats.ts'
import { lockStock } from '../seats/lock-stock.ts'
import { hasSeats, saveStock, takeSeats } from '../seats/move-stock.ts'
import { issueTickets } from '../tickets/issue-tickets.ts'
import { makeTickets } from '../tickets/make-tickets.ts'
import { holderNameOf } from './holder-name-of.ts'
import { listItems, lockRow, markStatus, type PurchaseRow } from './store.ts'

/**
 * Its money is here: seats become tickets. A hold that has ended asks for seats again;
 * where there are none, or where it was given up, the money is owed back, visibly.
 */
export async function completePurchase(
  ctx: Context,
  tx: Tx,
  id: PurchaseId,
): Promise<'completed' | 'owed_back'> {
  const row = await lockRow(tx, id)
  if (!row) throw new Error('Only a purchase that is there can be completed.')
  if (row.status !== 'pending_payment' && row.status !== 'expired') return oweBack(tx, row)
  const stock = await lockStock(tx, row.eventId)
  const items = await listItems(tx, [id])
  const isHeld = (await dropHolds(tx, [id])).has(id)
  if (!isHeld) {
    await releaseEndedHolds(tx, row.eventId, stock)
    if (stock.event?.status !== 'published' || !hasSeats(stock, items)) {
      await saveStock(tx, stock)
      return oweBack(tx, row)
    }
    takeSeats(stock, items)
  }
  await saveStock(tx, stock)
  const holderName = holderNameOf(row)
  const tickets = makeTickets(
    stock,
    items.map((item) => ({ ...item, holderName })),
  )
  await issueTickets(tx, stock, tickets)
  await markStatus(tx, id, { from: [row.status], to: 'completed', completedAt: stock.now })
  await ctx.jobs.enqueue(tx, 'tickets.mail', [{ purchaseIds: [id] }])
  return 'completed'
}

async function oweBack(tx: Tx, row: PurchaseRow): Promise<'owed_back'> {
  await markStatus(tx, row.id, { from: ['pending_payment', 'expired', 'cancelled'], to: 'owed_back' })
  return 'owed_back'
}
