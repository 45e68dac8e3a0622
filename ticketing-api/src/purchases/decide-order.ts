import { ticketTypeId } from '@event-sphere/contract/values/ids'
import type { Cents } from '@event-sphere/contract/values/money'
import { z } from 'zod'
import { refuse } from '../refuse.ts'
import type { Hold } from '../seats/hold-seats.ts'
import type { Stock } from '../seats/lock-stock.ts'
import { hasSeats, takeSeats } from '../seats/move-stock.ts'
import type { Holdings } from './holdings.ts'
import type { PurchaseOrder } from './order.ts'
import { mergeItems, type Quote, type QuotedLine, quotePurchase } from './rules.ts'

/** An order that goes through; its seats are taken out of the stock in hand. */
export interface Decided {
  order: PurchaseOrder
  lines: readonly QuotedLine[]
  total: Cents
  /** Its seats came out of a cart. */
  isFromCart: boolean
}

/** One order against the stock in hand and everyone served before it. */
export function decideOrder(
  stock: Stock,
  order: PurchaseOrder,
  holdings: Holdings,
  cart: Hold | undefined,
): Decided | Error {
  const { event } = stock
  if (event?.status !== 'published') return refuse('not_found')
  if (order.sellerId && order.sellerId !== event.organizationId) return refuse('not_found')
  if (order.cartId && !(cart && cart.expiresAt > stock.now && cart.seats.length > 0))
    return refuse('cart_empty')
  const { email } = order.buyer
  const items = mergeItems(cart ? cart.seats : order.items)
  const quote = quotePurchase(items, {
    types: stock.types,
    now: stock.now,
    heldOf: (id) => holdings.heldOf(email, id),
    ownedOf: (id) => holdings.ownedOf(email, id),
    hasSeats: (wanted) => Boolean(cart) || hasSeats(stock, wanted),
    statedTotal: order.statedTotal,
  })
  if (!quote.ok) return refusalOf(quote)
  if (!cart) takeSeats(stock, items)
  for (const item of items)
    holdings.add({ ...item, email, ownedQuantity: quote.total === 0 ? item.quantity : 0 })
  return { order, lines: quote.lines, total: quote.total, isFromCart: Boolean(cart) }
}

function refusalOf(quote: Exclude<Quote, { ok: true }>): Error {
  switch (quote.reason) {
    case 'sale_closed':
      return refuse('sale_closed', { saleState: quote.saleState })
    case 'requirement_missing':
      return refuse('requirement_missing', {
        requires: quote.requires.map((id) => z.encode(ticketTypeId, id)),
      })
    case 'total_changed':
      return refuse('total_changed', { totalAmount: quote.total / 100 })
    default:
      return refuse(quote.reason)
  }
}
