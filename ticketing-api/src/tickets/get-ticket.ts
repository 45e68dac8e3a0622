import type { Ticket } from '@event-sphere/contract/tickets'
import type { TicketId } from '@event-sphere/contract/values/ids'
import type { Caller } from '../caller.ts'
import type { Context } from '../context.ts'
import { addDrawing } from './add-drawings.ts'
import { loadTicket } from './load-ticket.ts'
import { signTicket } from './sign-ticket.ts'
import { viewTicket, viewWholeTicket } from './view.ts'

export async function getTicket(
  ctx: Context,
  caller: Caller,
  id: TicketId,
  isMinimal: boolean,
): Promise<Ticket> {
  const facts = await loadTicket(ctx, caller, id, ['admin', 'agent'])
  if (isMinimal) return viewTicket(facts)
  return addDrawing(viewWholeTicket(facts, await signTicket(ctx.database.reader, facts)))
}
