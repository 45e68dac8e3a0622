import type { EventId } from '@event-sphere/contract/values/ids'
import type { Tx } from '@event-sphere/kit/database/database'
import type { Context } from '../context.ts'
import { book } from '../ledger/book.ts'
import { lockStock } from '../seats/lock-stock.ts'
import { releaseEndedHolds } from '../seats/release-ended-holds.ts'
import { saveStock } from '../seats/save-stock.ts'
import type { Stock } from '../seats/stock.ts'
import { addOwned } from '../tickets/holdings.ts'
import { issueTickets } from '../tickets/issue-tickets.ts'
import { makeTickets } from '../tickets/make-tickets.ts'
import { announceCompleted } from './announce-completed.ts'
import { issuedBy } from './buying-limits.ts'
import { holderNameOf } from './holder-name-of.ts'
import { mayStillHave } from './may-still-have.ts'
import { moves } from './moves.ts'
import { earnedBy } from './postings.ts'
import { listItems, movePurchases, type PurchaseItemRow, type PurchaseRow } from './store.ts'

interface Paid extends PurchaseRow {
  items: readonly PurchaseItemRow[]
}

/**
 * Turns the seats of paid purchases of one event into tickets, under one lock of its stock: all whose holds are live
 * together, then those whose holds have ended, each by itself, as it asks for seats and limits that the ones before it
 * have changed.
 * @returns those that have their tickets
 */
export async function completeAtEvent(
  ctx: Context,
  tx: Tx,
  eventId: EventId,
  rows: readonly PurchaseRow[],
): Promise<PurchaseRow[]> {
  const ids = rows.map(({ id }) => id)
  const [stock, items] = await Promise.all([lockStock(tx, eventId, ids), listItems(tx, ids)])
  const itemsOf = Map.groupBy(items, ({ purchaseId }) => purchaseId)
  const paid = rows.map((row): Paid => ({ ...row, items: itemsOf.get(row.id) ?? [] }))
  if (stock.event?.status !== 'published') {
    for (const { id } of paid) stock.returnHold(id)
    await saveStock(ctx, tx, stock)
    return []
  }
  const [held, late] = [paid.filter(hasHold(stock)), paid.filter((one) => !hasHold(stock)(one))]
  for (const { id } of held) stock.takeHold(id)
  await write(ctx, tx, stock, held)
  const served = [...held]
  for (const one of late) {
    const hasSeats = await findSeats(tx, stock, one)
    await write(ctx, tx, stock, hasSeats ? [one] : [])
    if (hasSeats) served.push(one)
  }
  return served
}

const hasHold =
  (stock: Stock) =>
  ({ id }: Paid) =>
    stock.findLiveHold(id) !== undefined

/**
 * Seats for a purchase whose hold has ended: those of the hold, if nobody has put them back on sale, or others in their
 * place; none if its buyer has bought others meanwhile.
 */
async function findSeats(tx: Tx, stock: Stock, one: Paid): Promise<boolean> {
  if (!(await mayStillHave(tx, stock, one, one.items))) {
    stock.returnHold(one.id)
    return false
  }
  if (stock.takeHold(one.id)) return true
  await releaseEndedHolds(tx, stock)
  if (!stock.hasSeats(one.items)) return false
  stock.takeSeats(one.items)
  return true
}

/** The stock as it is in hand, and what these purchases have come to: in statements that travel together. */
async function write(ctx: Context, tx: Tx, stock: Stock, done: readonly Paid[]): Promise<void> {
  const saved = saveStock(ctx, tx, stock)
  const [first] = done
  if (!first) return saved
  const ids = done.map(({ id }) => id)
  const moving = movePurchases(tx, ids, moves.complete, stock.now)
  await Promise.all([
    saved,
    issueTickets(ctx, tx, stock, makeTickets(stock, done.flatMap(linesOf))),
    addOwned(tx, { ...first, id: first.eventId }, done.flatMap(ownedBy(stock))),
    moving,
    book(tx, done.map(earnedBy)),
    stock.event && announceCompleted(ctx, tx, stock.event, done),
  ])
  if ((await moving) !== ids.length) throw new Error('a purchase that was locked had been moved')
}

const linesOf = (one: Paid) => one.items.map((item) => ({ ...item, holderName: holderNameOf(one) }))

const ownedBy = (stock: Stock) => (one: Paid) =>
  [...issuedBy(one.items, stock.types)].map(([ticketTypeId, quantity]) => ({
    email: one.buyerEmail,
    ticketTypeId,
    quantity,
  }))
