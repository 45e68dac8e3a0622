import type { TicketId } from '@event-sphere/contract/values/ids'
import { refuse } from '../call/refuse.ts'
import { dealingWith } from '../call/scope.ts'
import type { Context } from '../context.ts'
import { findOrganizationOf } from './store.ts'

/** What a caller does with a ticket that they can see at all, in the scope of its organization. @throws not_found */
export async function atTicket<T>(ctx: Context, id: TicketId, act: () => Promise<T>): Promise<T> {
  const organizationId = await findOrganizationOf(ctx.database.reader, id)
  if (!organizationId) throw refuse('not_found')
  return dealingWith(organizationId, act)
}
