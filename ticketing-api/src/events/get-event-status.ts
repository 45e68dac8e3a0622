import type { EventId } from '@event-sphere/contract/values/ids'
import type { Reader } from '@event-sphere/kit/database/database'
import { type EventRow, findStatus } from './store.ts'

/** What rules an event's money: only a published one sells, prompts and admits. */
export async function getEventStatus(reader: Reader, id: EventId): Promise<EventRow['status']> {
  const status = await findStatus(reader, id)
  if (!status) throw new Error(`event ${id} not found`)
  return status
}
