import type { EventId } from '@event-sphere/contract/values/ids'
import type { Tx } from '@event-sphere/kit/database/database'
import type { Context } from '../context.ts'
import { book } from '../ledger/book.ts'
import type { Stock } from '../seats/stock.ts'
import { withStock } from '../seats/with-stock.ts'
import { cancelTickets } from '../tickets/cancel-tickets.ts'
import { removeOwned } from '../tickets/holdings.ts'
import { issuedBy } from './buying-limits.ts'
import { moves } from './moves.ts'
import { allIsOwed } from './postings.ts'
import { raiseOwedMoney } from './raise-owed-money.ts'
import { listItems, lockNextRows, lockRows, movePurchases, type PurchaseRow } from './store.ts'

const mostAtOnce = 500

export interface EndedPurchases {
  /** Those whose buyers have to be told. */
  ended: readonly PurchaseRow[]
  /** The last that was looked at; undefined when there are no more. */
  last: string | undefined
}

/** Ends the next purchases of a cancelled event: tickets die, their seats come back, their money is owed back. */
export async function endPurchasesOf(
  ctx: Pick<Context, 'jobs'>,
  tx: Tx,
  eventId: EventId,
  after: string,
): Promise<EndedPurchases> {
  const rows = await lockNextRows(tx, { eventId, after, limit: mostAtOnce })
  const ended = rows.filter(({ status }) => isLive.has(status))
  const issued = ended.filter(({ status }) => status !== 'pending_payment')
  await cancelTickets(
    tx,
    issued.map(({ id }) => id),
  )
  await moveOn(tx, ended)
  await book(
    tx,
    ended.map((row) => allIsOwed(row, 'event_cancelled')),
  )
  // As they stand with what was booked.
  const paid = await lockRows(tx, idsOf(ended.filter(({ paidCents }) => paidCents > 0)))
  await Promise.all(paid.map((purchase) => raiseOwedMoney(tx, purchase)))
  if (ended.length > 0)
    await withStock(ctx, tx, { eventId, holdIds: idsOf(ended) }, (stock) =>
      giveSeatsBack(tx, stock, { ended, issued }),
    )
  return { ended, last: rows.length === mostAtOnce ? rows.at(-1)?.id : undefined }
}

/** What was paid in full is owed back; the others come to nothing, and what came in for them is owed back all the same. */
async function moveOn(tx: Tx, ended: readonly PurchaseRow[]): Promise<void> {
  const isPaid = ({ status, paidCents }: PurchaseRow) => status !== 'pending_payment' && paidCents > 0
  const unpaid = ended.filter((one) => !isPaid(one))
  const owed = await movePurchases(tx, idsOf(ended.filter(isPaid)), moves.oweBackWithEvent)
  const over = await movePurchases(tx, idsOf(unpaid), moves.endWithEvent)
  if (owed + over !== ended.length) throw new Error('a purchase that was locked had been moved')
}

const isLive: ReadonlySet<string> = new Set(['pending_payment', 'completed', 'partially_refunded'])

const idsOf = (rows: readonly PurchaseRow[]) => rows.map(({ id }) => id)

async function giveSeatsBack(
  tx: Tx,
  stock: Stock,
  { ended, issued }: { ended: readonly PurchaseRow[]; issued: readonly PurchaseRow[] },
): Promise<void> {
  for (const { id } of ended) stock.returnHold(id)
  const items = await listItems(tx, idsOf(issued))
  stock.returnSeats(items)
  const [first] = issued
  if (!first) return
  const gone = issued.flatMap(({ id, buyerEmail: email }) => {
    const own = items.filter((item) => item.purchaseId === id)
    return [...issuedBy(own, stock.types)].map(([ticketTypeId, quantity]) => ({
      email,
      ticketTypeId,
      quantity,
    }))
  })
  await removeOwned(tx, first.eventId, gone)
}
