import type { PurchaseId, TicketId, TicketTypeId } from '@event-sphere/contract/values/ids'
import { newUuid, randomCrockford } from '@event-sphere/kit/ids'
import type { Stock } from '../seats/lock-stock.ts'
import type { TicketFacts } from './ticket-facts.ts'

export interface TicketsWanted {
  purchaseId: PurchaseId
  ticketTypeId: TicketTypeId
  quantity: number
  holderName: string | null
}

/** Makes tickets in hand, numbered on from the last of their type. The caller holds the stock's lock and saves them. */
export function makeTickets(stock: Stock, wanted: readonly TicketsWanted[]): TicketFacts[] {
  return wanted.flatMap((line) => makeLine(stock, line))
}

function makeLine(stock: Stock, line: TicketsWanted): TicketFacts[] {
  const { event } = stock
  const type = stock.types.get(line.ticketTypeId)
  if (!event || !type) throw new Error('Tickets are made for a ticket type of the locked event.')
  return Array.from({ length: line.quantity }, () => {
    type.lastSerial += 1
    const ticket = {
      id: newUuid() as TicketId,
      purchaseId: line.purchaseId,
      serial: type.lastSerial,
      typedCode: randomCrockford(10),
      status: 'valid' as const,
      holderName: line.holderName,
      issuedAt: stock.now,
    }
    return { ticket, event, type }
  })
}
