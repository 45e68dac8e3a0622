import type { EventId } from '@event-sphere/contract/values/ids'
import type { Caller } from '../call/caller.ts'
import type { Context } from '../context.ts'
import { ownOrganization } from '../organizations/own-organization.ts'
import { readIdCursor } from './cursor.ts'
import { listEventsOf } from './store.ts'
import { viewEvent } from './view.ts'

/** Newest first: ids are in the order of time. */
export async function listEvents(
  ctx: Context,
  caller: Caller,
  {
    limit,
    after,
    parentEventId,
  }: { limit: number; after?: string | undefined; parentEventId?: EventId | undefined },
) {
  const organizationId = ownOrganization(caller)
  const page = { after: readIdCursor(after), limit: limit + 1, parentEventId }
  const rows = await listEventsOf(ctx.database.reader, organizationId, page)
  const shown = rows.slice(0, limit)
  return { items: shown.map(viewEvent), next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null }
}
