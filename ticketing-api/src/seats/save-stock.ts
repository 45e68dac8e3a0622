import type { Tx } from '@event-sphere/kit/database/database'
import type { Context } from '../context.ts'
import { announce } from '../happenings/announce.ts'
import type { Stock } from './stock.ts'
import { deleteHolds, insertHolds, updateQuotas } from './store.ts'

/**
 * Saves what has changed: what is left, the holds taken and placed; announces it once per transaction.
 * @throws if a taken hold no longer exists; the transaction must roll back.
 */
export async function saveStock(ctx: Pick<Context, 'jobs'>, tx: Tx, stock: Stock): Promise<void> {
  const { event, change } = stock
  if (!event) return
  const [, dropped] = await Promise.all([
    updateQuotas(tx, change.left),
    deleteHolds(tx, change.taken),
    insertHolds(tx, event.id, change.placed),
    stock.isNews() && announce(ctx, tx, event, [{ type: 'stock.changed', data: { eventId: event.id } }]),
  ])
  if (dropped !== change.taken.length)
    throw new Error(
      `${change.taken.length - dropped} of ${change.taken.length} holds were spent by somebody else`,
    )
  stock.settle()
}
