import type { Tx } from '@event-sphere/kit/database/database'
import type { Stock } from './stock.ts'
import { deleteHolds, insertHolds, updateQuotas } from './store.ts'

/**
 * Writes what has moved: what is left, the holds that were taken, those that were placed.
 * @throws where a hold that was taken is not there any more; then nothing of the transaction stands.
 */
export async function saveStock(tx: Tx, stock: Stock): Promise<void> {
  const { event, change } = stock
  if (!event) return
  const [, dropped] = await Promise.all([
    updateQuotas(tx, change.left),
    deleteHolds(tx, change.taken),
    insertHolds(tx, event.id, change.placed),
  ])
  if (dropped !== change.taken.length)
    throw new Error(
      `${change.taken.length - dropped} of ${change.taken.length} holds were spent by somebody else`,
    )
  stock.settle()
}
