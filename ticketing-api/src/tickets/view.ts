import type { Ticket, TicketInSight } from '@event-sphere/contract/tickets'
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
  return { ...viewTicket(facts), qrToken, ...around(facts) }
}

/** Whose it is and whether it is good, without anything that opens the door. */
export function viewTicketForStaff(facts: TicketFacts): TicketInSight {
  const { typedCode: _, ...shown } = viewTicket(facts)
  return { ...shown, ...around(facts) }
}

function around({ event, type }: TicketFacts) {
  return {
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
