import type { TicketId } from '@event-sphere/contract/values/ids'
import type { Caller, StaffRole } from '../call/caller.ts'
import { refuse } from '../call/refuse.ts'
import type { Context } from '../context.ts'
import { findTicketFor } from './find-ticket-for.ts'
import type { TicketFacts } from './ticket-facts.ts'

/** @throws not_found for a ticket that does not exist, and for one that is not the caller's to see. */
export async function loadTicket(
  ctx: Context,
  caller: Caller,
  id: TicketId,
  staffRoles: readonly StaffRole[],
): Promise<TicketFacts> {
  const facts = await findTicketFor(ctx, caller, id, staffRoles)
  if (!facts) throw refuse('not_found')
  return facts
}
