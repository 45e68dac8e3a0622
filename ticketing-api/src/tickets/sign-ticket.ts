import type { Reader } from '@event-sphere/kit/database/database'
import { signTicketToken } from './qr-token.ts'
import type { TicketFacts } from './ticket-facts.ts'
import { loadTicketKeys } from './ticket-keys.ts'

/** What a ticket's QR says, signed by its event. */
export async function signTicket(reader: Reader, { ticket, event, type }: TicketFacts): Promise<string> {
  const { privateKey } = await loadTicketKeys(reader, event.id)
  return signTicketToken(privateKey, { ticketId: ticket.id, eventId: event.id, typeNumber: type.number })
}
