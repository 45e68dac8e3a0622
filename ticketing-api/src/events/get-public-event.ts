import type { Event } from '@event-sphere/contract/events'
import { eventId, type OrganizationId } from '@event-sphere/contract/values/ids'
import { refuse } from '../call/refuse.ts'
import { inCatalogue } from '../call/scope.ts'
import type { Context } from '../context.ts'
import { findPublished } from './store.ts'
import { viewEvent } from './view.ts'

const slugShape = /^[a-z0-9-]{1,100}$/

/** A slug has no underscore and an id has one, so neither can be taken for the other. */
export async function getPublicEvent(
  ctx: Context,
  idOrSlug: string,
  organizationId?: OrganizationId,
): Promise<Event> {
  const id = eventId.safeParse(idOrSlug)
  const by = id.success ? { id: id.data } : { slug: idOrSlug }
  const isReadable = id.success || slugShape.test(idOrSlug)
  const find = () => inCatalogue(() => findPublished(ctx.database.reader, by, organizationId))
  const row = isReadable ? await find() : undefined
  if (!row) throw refuse('not_found')
  return viewEvent(row)
}
