import type { TicketId } from '@event-sphere/contract/values/ids'
import type { Caller } from '../caller.ts'
import type { Context } from '../context.ts'
import { loadTicket } from './load-ticket.ts'
import { signTicketToken } from './qr-token.ts'
import { loadTicketKeys } from './ticket-keys.ts'

/** What the QR of a ticket says, for those who may hold a picture of it: its owner and the organization's administrators. */
export async function getQrText(ctx: Context, caller: Caller, id: TicketId): Promise<string> {
  const { ticket, event, type } = await loadTicket(ctx, caller, id, ['admin'])
  const { privateKey } = await loadTicketKeys(ctx.database.reader, event.id)
  return signTicketToken(privateKey, { ticketId: ticket.id, eventId: event.id, typeNumber: type.number })
}
