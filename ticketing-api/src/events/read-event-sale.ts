import type { EventId } from '@event-sphere/contract/values/ids'
import type { Reader } from '@event-sphere/kit/database/database'
import { type EventSale, findEventSale } from './store.ts'

/** What rules whether an event may ask for money: only a published one of an active organization does. */
export async function readEventSale(reader: Reader, id: EventId): Promise<EventSale> {
  const sale = await findEventSale(reader, id)
  if (!sale) throw new Error(`event ${id} not found`)
  return sale
}
