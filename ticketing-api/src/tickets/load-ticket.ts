import type { TicketId } from '@event-sphere/contract/values/ids'
import type { Caller, StaffRole } from '../caller.ts'
import type { Context } from '../context.ts'
import { refuse } from '../refuse.ts'
import { sightOf } from './rules.ts'
import { findTicket } from './store.ts'
import type { TicketFacts } from './ticket-facts.ts'

/** @throws not_found for a ticket that is not there, and for one that is not the caller's to see. */
export async function loadTicket(
  ctx: Context,
  caller: Caller,
  id: TicketId,
  staffRoles: readonly StaffRole[],
): Promise<TicketFacts> {
  const sight = sightOf(caller, staffRoles)
  const facts = sight && (await findTicket(ctx.database.reader, id, sight))
  if (!facts) throw refuse('not_found')
  return facts
}
