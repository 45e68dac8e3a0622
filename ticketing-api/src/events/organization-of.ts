import type { EventId, OrganizationId } from '@event-sphere/contract/values/ids'
import { LRUCache } from 'lru-cache'
import { acrossOrganizations } from '../call/scope.ts'
import type { Context } from '../context.ts'
import { findOrganizationOf } from './store.ts'

/** It never changes, so a process reads it once; two databases never share an event's uuid. */
const known = new LRUCache<EventId, OrganizationId>({ max: 5000 })

/** The organization of an event, so that the caller can enter its scope; undefined if not found. */
export async function organizationOf(
  ctx: Pick<Context, 'database'>,
  id: EventId,
): Promise<OrganizationId | undefined> {
  const kept = known.get(id)
  if (kept) return kept
  const found = await acrossOrganizations(() => findOrganizationOf(ctx.database.reader, id))
  if (found) known.set(id, found)
  return found
}
