import type { EventCache, WireEvent, WireTicketType } from '../../../backend/event-cache/event-cache.ts'
import { findEventAfresh } from '../find-event.ts'
import { readHoldings, type WirePurchase, type WireTicket } from '../holdings.ts'
import { type Choice, choicesFor } from '../offers.ts'

/** A ticket with the name of its type, as the purchase has it. */
export type NamedTicket = WireTicket & { typeName: string; isExtra: boolean }

/** What the person has at one event. */
export interface EventGroup {
  eventId: string
  /** Undefined if the API does not answer: the tickets are still shown. */
  event: WireEvent | undefined
  timezone: string
  tickets: NamedTicket[]
  pending: WirePurchase[]
  /** Purchases for which money came in, whatever their status. */
  paid: WirePurchase[]
  /** Choices that can be added. */
  choices: Choice[]
}

export function groupByEvent(cache: EventCache, purchases: WirePurchase[]): Promise<EventGroup[]> {
  const eventIds = [...new Set(purchases.map((purchase) => purchase.eventId))]
  const groups = eventIds.map(async (eventId): Promise<EventGroup> => {
    const { pending, counts, isCancelled } = readHoldings(purchases, eventId)
    const [event, ticketTypes] = await Promise.all([
      findEventAfresh(cache, eventId, isCancelled),
      cache.listTicketTypes(eventId).then(
        (kept) => kept.value,
        (): WireTicketType[] => [],
      ),
    ])
    const own = purchases.filter((purchase) => purchase.eventId === eventId)
    const tickets = own.flatMap((purchase) =>
      purchase.tickets.map((ticket) => nameTicket(ticket, purchase, ticketTypes)),
    )
    return {
      eventId,
      event,
      timezone: event?.timezone ?? 'Africa/Nairobi',
      tickets: tickets.sort((a, b) => Number(a.isExtra) - Number(b.isExtra)),
      pending,
      paid: own.filter(({ paidAmount }) => paidAmount > 0),
      choices:
        tickets.length > 0 && pending.length === 0 && !isCancelled ? choicesFor(ticketTypes, counts) : [],
    }
  })
  return Promise.all(groups)
}

function nameTicket(ticket: WireTicket, purchase: WirePurchase, types: WireTicketType[]): NamedTicket {
  const type = types.find(({ id }) => id === ticket.ticketTypeId)
  const item = purchase.items.find(({ ticketTypeId }) => ticketTypeId === ticket.ticketTypeId)
  return { ...ticket, typeName: type?.name ?? item?.name ?? '', isExtra: (type?.requires.length ?? 0) > 0 }
}
