import type { Ticket } from '@event-sphere/contract/tickets'
import type { TicketFacts } from './ticket-facts.ts'

/** `EBS2026-GA-001234`: for print and for reading aloud. */
export function printedCodeOf({ event, type, ticket }: TicketFacts): string {
  return `${event.code}-${type.code}-${String(ticket.serial).padStart(6, '0')}`
}

/** The ticket itself; `Prefer: return=minimal` asks for no more. */
export function viewTicket(facts: TicketFacts): Ticket {
  const { ticket, event, type } = facts
  return {
    id: ticket.id,
    ticketCode: printedCodeOf(facts),
    typedCode: ticket.typedCode,
    status: ticket.status,
    holderName: ticket.holderName,
    eventId: event.id,
    ticketTypeId: type.id,
    purchaseId: ticket.purchaseId,
    admitsOn: [...type.admitsOn],
    issuedAt: ticket.issuedAt,
  }
}

/** The ticket with what its QR says, its event and its type. */
export function viewWholeTicket(facts: TicketFacts, qrToken: string): Ticket {
  const { event, type } = facts
  return {
    ...viewTicket(facts),
    qrToken,
    event: {
      id: event.id,
      title: event.title,
      slug: event.slug,
      startDateTime: event.startsAt,
      endDateTime: event.endsAt,
      timezone: event.timezone,
      locationName: event.locationName,
    },
    ticketType: { id: type.id, code: type.code, name: type.name },
  }
}
