import type { PublicTicketType } from '@event-sphere/contract/ticket-types'
import type { EventId } from '@event-sphere/contract/values/ids'
import { refuse } from '../call/refuse.ts'
import type { Context } from '../context.ts'
import { findPublicTypes } from './store.ts'
import { viewPublicTicketType } from './view.ts'

/** The one read that every visitor of the event's page makes: a single query. */
export async function listPublicTicketTypes(
  ctx: Context,
  eventId: EventId,
): Promise<{ items: PublicTicketType[]; next: null }> {
  const rows = await findPublicTypes(ctx.database.reader, eventId)
  if (!rows) throw refuse('not_found')
  return { items: rows.map(viewPublicTicketType), next: null }
}
