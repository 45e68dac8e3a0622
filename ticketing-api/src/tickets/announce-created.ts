import { type Happening, mostTicketsTold } from '@event-sphere/contract/happenings'
import type { EventId, PurchaseId } from '@event-sphere/contract/values/ids'
import type { Tx } from '@event-sphere/kit/database/database'
import type { Context } from '../context.ts'
import { announce } from '../happenings/announce.ts'
import type { SaleEvent } from '../seats/stock.ts'
import type { TicketFacts } from './ticket-facts.ts'

/** Tickets of one event, purchase by purchase; those of a large purchase in several happenings. */
export async function announceCreated(
  ctx: Pick<Context, 'jobs'>,
  tx: Tx,
  event: SaleEvent,
  made: readonly TicketFacts[],
): Promise<void> {
  const byPurchase = Map.groupBy(made, ({ ticket }) => ticket.purchaseId)
  const happenings = [...byPurchase].flatMap(([purchaseId, tickets]) =>
    inParts(tickets).map((part) => tell(event.id, purchaseId, part)),
  )
  await announce(ctx, tx, event, happenings)
}

const inParts = (tickets: readonly TicketFacts[]) =>
  Array.from({ length: Math.ceil(tickets.length / mostTicketsTold) }, (_, part) =>
    tickets.slice(part * mostTicketsTold, (part + 1) * mostTicketsTold),
  )

function tell(eventId: EventId, purchaseId: PurchaseId, part: readonly TicketFacts[]): Happening {
  const tickets = part.map(({ ticket, type }) => ({ id: ticket.id, ticketTypeId: type.id }))
  return { type: 'ticket.created', data: { eventId, purchaseId, tickets } }
}
