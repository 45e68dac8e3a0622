import type { Ticket } from '@event-sphere/contract/tickets'
import type { EventId } from '@event-sphere/contract/values/ids'
import type { Reader } from '@event-sphere/kit/database/database'
import { signTicketToken } from './qr-token.ts'
import type { TicketFacts } from './ticket-facts.ts'
import { loadTicketKeys } from './ticket-keys.ts'
import { viewWholeTicket } from './view.ts'

/** Shows tickets of one event with what their QR says; the event's key is loaded once. */
export async function ticketViewer(reader: Reader, eventId: EventId) {
  const { privateKey } = await loadTicketKeys(reader, eventId)
  return (facts: TicketFacts): Ticket => {
    const token = signTicketToken(privateKey, {
      ticketId: facts.ticket.id,
      eventId: facts.event.id,
      typeNumber: facts.type.number,
    })
    return viewWholeTicket(facts, token)
  }
}
