import type { PurchaseId } from '@event-sphere/contract/values/ids'
import type { Tx } from '@event-sphere/kit/database/database'
import type { Context } from '../context.ts'
import { book } from '../ledger/book.ts'
import { completeAtEvent } from './complete-at-event.ts'
import { moves } from './moves.ts'
import { allIsOwed } from './postings.ts'
import { lockRows, movePurchases } from './store.ts'

/**
 * Their money is here: seats become tickets, event by event in the order of the events' ids. What can have no seats any
 * more is owed its money back, visibly.
 * @param ids in the order in which they were paid: if seats are few, the first gets them
 * @returns which are completed; the others are owed back
 */
export async function completePurchases(
  ctx: Context,
  tx: Tx,
  ids: readonly PurchaseId[],
): Promise<ReadonlySet<PurchaseId>> {
  if (ids.length === 0) return new Set()
  const found = new Map((await lockRows(tx, ids)).map((row) => [row.id, row]))
  const rows = ids.map((id) => {
    const row = found.get(id)
    if (!row) throw new Error(`purchase ${id} not found while completing`)
    return row
  })
  const open = rows.filter(({ status }) => status === 'pending_payment' || status === 'expired')
  const events = [...Map.groupBy(open, ({ eventId }) => eventId)].sort(([a], [b]) => (a < b ? -1 : 1))
  const completed = new Set<PurchaseId>()
  for (const [eventId, ofEvent] of events)
    for (const { id } of await completeAtEvent(ctx, tx, eventId, ofEvent)) completed.add(id)
  const owed = rows.filter(({ id }) => !completed.has(id))
  await Promise.all([
    movePurchases(
      tx,
      owed.map(({ id }) => id),
      moves.oweBack,
    ),
    book(
      tx,
      owed.map((row) => allIsOwed(row, 'no_tickets')),
    ),
  ])
  return completed
}
