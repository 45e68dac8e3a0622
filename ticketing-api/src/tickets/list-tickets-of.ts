import type { Ticket } from '@event-sphere/contract/tickets'
import type { PurchaseId } from '@event-sphere/contract/values/ids'
import type { Reader } from '@event-sphere/kit/database/database'
import { listTicketsOfPurchases } from './store.ts'
import type { TicketFacts } from './ticket-facts.ts'
import { ticketViewer } from './ticket-viewer.ts'
import { viewTicket } from './view.ts'

/** The tickets of purchases; unless `isMinimal`, with what their QR says, their event and their type. */
export async function listTicketsOf(
  reader: Reader,
  purchaseIds: readonly PurchaseId[],
  isMinimal: boolean,
): Promise<Ticket[]> {
  const tickets = await listTicketsOfPurchases(reader, purchaseIds)
  return isMinimal ? tickets.map(viewTicket) : viewWhole(reader, tickets)
}

async function viewWhole(reader: Reader, tickets: readonly TicketFacts[]): Promise<Ticket[]> {
  const eventIds = [...new Set(tickets.map(({ event }) => event.id))]
  const viewers = await Promise.all(eventIds.map(async (id) => [id, await ticketViewer(reader, id)] as const))
  const viewerOf = new Map(viewers)
  return tickets.flatMap((facts) => viewerOf.get(facts.event.id)?.(facts) ?? [])
}
