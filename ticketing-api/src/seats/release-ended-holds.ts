import type { Tx } from '@event-sphere/kit/database/database'
import { raiseMatter } from '../matters/raise-matter.ts'
import type { Stock } from './stock.ts'
import { countTaken, deleteEndedHolds } from './store.ts'

/**
 * Puts the seats of every hold of the event that has ended back on sale; the caller saves the stock.
 * Where that leaves more than there is, an earlier fault has shown itself: the event is counted anew and a person told, and
 * its sale goes on.
 * @returns how many holds there were; at most so many as were asked for
 */
export async function releaseEndedHolds(tx: Tx, stock: Stock, most?: number): Promise<number> {
  const { event, now } = stock
  if (!event) return 0
  const { ids, seats } = await deleteEndedHolds(tx, event.id, now, most)
  stock.forgetHolds(ids)
  stock.returnSeats(seats)
  if (stock.hasTooMuch()) await recount(tx, stock, event)
  return ids.length
}

async function recount(tx: Tx, stock: Stock, event: NonNullable<Stock['event']>): Promise<void> {
  stock.recount(await countTaken(tx, event.id))
  await raiseMatter(tx, {
    kind: 'seats_recounted',
    subject: 'event',
    subjectId: event.id,
    organizationId: event.organizationId,
    facts: { event: event.title },
  })
}
