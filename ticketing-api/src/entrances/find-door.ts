import type { EntranceId, EventId, OrganizationId } from '@event-sphere/contract/values/ids'
import type { Tx } from '@event-sphere/kit/database/database'
import { refuse } from '../call/refuse.ts'
import { type EntranceRow, holdEntrance, holdEntranceNamed } from './store.ts'

/** An entrance as a scan sees it. */
export type Door = EntranceRow

export interface Whereabouts {
  /** What the device says about its place; only the name is always given. */
  entranceId: EntranceId | undefined
  eventId: EventId | undefined
  name: string
  /** Of the ticket: the event, if the device names none. */
  ticketEventId: EventId
}

/** The entrance to decide for; it cannot be deleted until the transaction ends. @throws not_found */
export async function findDoor(tx: Tx, organizationId: OrganizationId, where: Whereabouts): Promise<Door> {
  const { entranceId, eventId = where.ticketEventId, name } = where
  const door = entranceId
    ? await holdEntrance(tx, entranceId, organizationId)
    : await holdEntranceNamed(tx, { eventId, name }, organizationId)
  const isElsewhere = where.eventId !== undefined && door?.eventId !== where.eventId
  if (!door || isElsewhere) throw refuse('not_found')
  return door
}
