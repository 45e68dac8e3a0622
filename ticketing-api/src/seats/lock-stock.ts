import type { EventId } from '@event-sphere/contract/values/ids'
import type { Tx } from '@event-sphere/kit/database/database'
import { Stock } from './stock.ts'
import { lockQuotas, readHolds, readSaleEvent, readSaleTypes } from './store.ts'

/**
 * Locks the event's quotas until the transaction ends; other sales of the event wait. What is read beside them,
 * the holds that the caller means to take among it, is asked for after them on the same connection, so it is read when the
 * lock is ours.
 */
export async function lockStock(tx: Tx, eventId: EventId, holdIds: readonly string[] = []): Promise<Stock> {
  const [quotas, event, types, holds] = await Promise.all([
    lockQuotas(tx, eventId),
    readSaleEvent(tx, eventId),
    readSaleTypes(tx, eventId),
    readHolds(tx, holdIds),
  ])
  return new Stock({
    now: event?.now ?? new Date(0),
    event,
    types: new Map(types.map((type) => [type.id, type])),
    quotas,
    holds,
  })
}
