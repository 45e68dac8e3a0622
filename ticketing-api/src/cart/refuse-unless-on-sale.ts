import { refuse } from '../refuse.ts'
import type { Stock } from '../seats/lock-stock.ts'
import type { Seats } from '../seats/move-stock.ts'
import { saleSideOf } from '../ticket-types/sale-side.ts'

/** What goes into a cart is on sale and within the limit of one purchase; what goes with what is judged at checkout. */
export function refuseUnlessOnSale(stock: Stock, seats: readonly Seats[]): void {
  for (const { ticketTypeId, quantity } of seats) {
    const type = stock.types.get(ticketTypeId)
    if (!type?.isActive || stock.event?.status !== 'published') throw refuse('ticket_type_unknown')
    const side = saleSideOf(type, stock.now)
    if (side !== 'open') throw refuse('sale_closed', { saleState: side })
    if (quantity > type.maxPerPurchase) throw refuse('limit_reached')
  }
}
