import type { Ticket } from '@event-sphere/contract/tickets'
import type { TicketId } from '@event-sphere/contract/values/ids'
import type { Caller } from '../caller.ts'
import type { Context } from '../context.ts'
import { addDrawing } from './add-drawings.ts'
import { loadTicket } from './load-ticket.ts'
import { viewTicket } from './view.ts'
import { ticketViewer } from './view-ticket.ts'

export async function getTicket(ctx: Context, caller: Caller, id: TicketId, isMinimal: boolean): Promise<Ticket> {
  const facts = await loadTicket(ctx, caller, id, ['admin', 'agent'])
  if (isMinimal) return viewTicket(facts)
  const view = await ticketViewer(ctx.database.reader, facts.event.id)
  return addDrawing(view(facts))
}
