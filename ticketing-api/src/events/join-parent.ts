import type { EventId } from '@event-sphere/contract/values/ids'
import type { Tx } from '@event-sphere/kit/database/database'
import type { FieldFault } from '../call/field-fault.ts'
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
  if (!parent) throw notParent('parent_unknown')
  if (parent.status === 'cancelled') throw notParent('parent_cancelled')
  if (parent.parentEventId !== null) throw notParent('parent_is_part')
  if (part.id === parent.id) throw notParent('parent_is_itself')
  if (part.id && (await findSpanOfParts(tx, part.id))) throw notParent('parent_has_parts')
  const fault = faultOfPart(part, parent)
  if (fault) throw refuse('invalid_request', { errors: [fault] })
}

const notParent = (fault: FieldFault['fault']) =>
  refuse('invalid_request', { errors: [{ pointer: '/parentEventId', fault }] })
