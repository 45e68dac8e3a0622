import type { Tx } from '@event-sphere/kit/database/database'
import type { Stock } from './stock.ts'
import { deleteEndedHolds } from './store.ts'

/** Whatever their time: no hold ends later than this. */
const endOfTime = new Date('9999-12-31T00:00:00Z')

/** Ends every hold of an event that sells no more, carts' and purchases' alike; the caller saves the stock. */
export async function releaseAllHolds(tx: Tx, stock: Stock): Promise<void> {
  const { event } = stock
  if (!event) return
  for (let isLast = false; !isLast; ) {
    const { ids, seats } = await deleteEndedHolds(tx, event.id, endOfTime)
    stock.forgetHolds(ids)
    stock.returnSeats(seats)
    isLast = ids.length === 0
  }
}
