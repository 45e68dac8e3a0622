import type { EventId, OrganizationId } from '@event-sphere/contract/values/ids'
import { inCatalogue } from '../call/scope.ts'
import type { Context } from '../context.ts'
import { readPublicCursor, writePublicCursor } from './cursor.ts'
import { listPublished } from './store.ts'
import { viewEvent } from './view.ts'

export async function listPublicEvents(
  ctx: Context,
  query: {
    limit: number
    after?: string | undefined
    organizationId?: OrganizationId | undefined
    parentEventId?: EventId | undefined
  },
) {
  const { limit, organizationId, parentEventId } = query
  const page = { organizationId, parentEventId, after: readPublicCursor(query.after), limit: limit + 1 }
  const rows = await inCatalogue(() => listPublished(ctx.database.reader, page))
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return { items: shown.map(viewEvent), next: last ? writePublicCursor(last) : null }
}
