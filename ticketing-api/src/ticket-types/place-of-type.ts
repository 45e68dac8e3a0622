import type { TicketTypeId } from '@event-sphere/contract/values/ids'
import { LRUCache } from 'lru-cache'
import { acrossOrganizations } from '../call/scope.ts'
import type { Context } from '../context.ts'
import { findPlaceOf, type PlaceOfType } from './store.ts'

/** It never changes, so a process reads it once; two databases never share a ticket type's uuid. */
const known = new LRUCache<TicketTypeId, PlaceOfType>({ max: 5000 })

/** The organization and event of a ticket type, so that the caller can enter their scope; undefined if not found. */
export async function placeOfType(
  ctx: Pick<Context, 'database'>,
  id: TicketTypeId,
): Promise<PlaceOfType | undefined> {
  const kept = known.get(id)
  if (kept) return kept
  const found = await acrossOrganizations(() => findPlaceOf(ctx.database.reader, id))
  if (found) known.set(id, found)
  return found
}
