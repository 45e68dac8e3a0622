import type { TicketId } from '@event-sphere/contract/values/ids'
import type { Caller, StaffRole } from '../call/caller.ts'
import type { Context } from '../context.ts'
import { sightOf } from './rules.ts'
import { findTicket } from './store.ts'
import type { TicketFacts } from './ticket-facts.ts'

/** A ticket, if the caller holds it or works in one of these roles for the organization that sold it. */
export async function findTicketFor(
  ctx: Context,
  caller: Caller,
  id: TicketId,
  staffRoles: readonly StaffRole[],
): Promise<TicketFacts | undefined> {
  const sight = sightOf(caller, staffRoles)
  return sight && findTicket(ctx.database.reader, id, sight)
}
