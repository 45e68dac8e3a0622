import type { PublicTicketType } from '@event-sphere/contract/ticket-types'
import type { EventId } from '@event-sphere/contract/values/ids'
import { refuse } from '../call/refuse.ts'
import { inOrganization } from '../call/scope.ts'
import type { Context } from '../context.ts'
import { organizationOf } from '../events/organization-of.ts'
import { findPublicTypes } from './store.ts'
import { viewPublicTicketType } from './view.ts'

/** The one read that every visitor of the event's page makes: a single query, once it is known whose event it is. */
export async function listPublicTicketTypes(
  ctx: Context,
  eventId: EventId,
): Promise<{ items: PublicTicketType[]; next: null }> {
  const organizationId = await organizationOf(ctx, eventId)
  const find = () => findPublicTypes(ctx.database.reader, eventId)
  const rows = organizationId && (await inOrganization(organizationId, find))
  if (!rows) throw refuse('not_found')
  return { items: rows.map(viewPublicTicketType), next: null }
}
