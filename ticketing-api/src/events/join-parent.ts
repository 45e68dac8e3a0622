import type { EventId } from '@event-sphere/contract/values/ids'
import type { Tx } from '@event-sphere/kit/database/database'
import { refuse } from '../call/refuse.ts'
import { type EventTimes, faultOfPart } from './rules.ts'
import { type EventRow, findSpanOfParts, lockEvent } from './store.ts'

export interface Part extends EventTimes, Pick<EventRow, 'organizationId'> {
  /** Null while it is being created. */
  id: EventId | null
  parentEventId: EventId
}

/** Lets an event be part of another: of the same organization, within its dates, one level deep. The parent stays as it is meanwhile. */
export async function joinParent(tx: Tx, part: Part): Promise<void> {
  const parent = await lockEvent(tx, part.parentEventId, part.organizationId)
  if (!parent) throw notParent("is one of the organization's events")
  if (parent.status === 'cancelled') throw notParent('is not cancelled')
  if (parent.parentEventId !== null) throw notParent('is not a sub-event itself')
  if (part.id === parent.id) throw notParent('is another event')
  if (part.id && (await findSpanOfParts(tx, part.id)))
    throw notParent('is only for an event without sub-events')
  const fault = faultOfPart(part, parent)
  if (fault) throw refuse('invalid_request', { errors: [fault] })
}

const notParent = (message: string) =>
  refuse('invalid_request', { errors: [{ pointer: '/parentEventId', message }] })
