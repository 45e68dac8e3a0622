import type { PurchaseId, TicketId, TicketTypeId } from '@event-sphere/contract/values/ids'
import { newUuid, randomCrockford } from '@event-sphere/kit/ids'
import type { Stock } from '../seats/stock.ts'
import type { TicketFacts } from './ticket-facts.ts'

export interface TicketsWanted {
  purchaseId: PurchaseId
  ticketTypeId: TicketTypeId
  quantity: number
  holderName: string | null
}

/**
 * Makes tickets in hand, numbered on from the last of their type; a bundle makes one of each type that it includes.
 * The caller holds the stock's lock and saves them.
 */
export function makeTickets(stock: Stock, wanted: readonly TicketsWanted[]): TicketFacts[] {
  return wanted.flatMap((line) => {
    const includes = stock.types.get(line.ticketTypeId)?.includes ?? []
    const types = includes.length > 0 ? includes : [line.ticketTypeId]
    return types.flatMap((ticketTypeId) => makeLine(stock, { ...line, ticketTypeId }))
  })
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
