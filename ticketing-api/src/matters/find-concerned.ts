import type { EventId, OrganizationId } from '@event-sphere/contract/values/ids'
import type { Tx } from '@event-sphere/kit/database/database'
import { listConcerned } from './store.ts'

export interface Concerned {
  /** Null for what concerns the installation, or more than one organization. */
  organizationId: OrganizationId | null
  eventId: EventId | null
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whose things have these ids: the organization whose people can see to them. */
export async function findConcerned(tx: Tx, ids: readonly string[]): Promise<Concerned> {
  const [one, ...others] = await listConcerned(
    tx,
    ids.filter((id) => uuid.test(id)),
  )
  return one && others.length === 0 ? one : { organizationId: null, eventId: null }
}
