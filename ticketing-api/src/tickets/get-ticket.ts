import type { TicketInSight } from '@event-sphere/contract/tickets'
import type { TicketId } from '@event-sphere/contract/values/ids'
import type { Caller } from '../call/caller.ts'
import type { Context } from '../context.ts'
import { addDrawing } from './add-drawing.ts'
import { findTicketFor } from './find-ticket-for.ts'
import { loadTicket } from './load-ticket.ts'
import { signTicket } from './sign-ticket.ts'
import { viewTicket, viewTicketForStaff, viewWholeTicket } from './view.ts'

/** The holder and administrators see what opens the door; gate staff see whose it is. */
export async function getTicket(
  ctx: Context,
  caller: Caller,
  id: TicketId,
  isMinimal: boolean,
): Promise<TicketInSight> {
  const facts = await findTicketFor(ctx, caller, id, ['admin'])
  if (!facts) return viewTicketForStaff(await loadTicket(ctx, caller, id, ['agent']))
  if (isMinimal) return viewTicket(facts)
  return addDrawing(viewWholeTicket(facts, await signTicket(ctx.database.reader, facts)))
}
