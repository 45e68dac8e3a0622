import { type PurchaseId, ticketTypeId } from '@event-sphere/contract/values/ids'
import type { Cents } from '@event-sphere/contract/values/money'
import { newUuid } from '@event-sphere/kit/ids'
import { z } from 'zod'
import { refuse } from '../call/refuse.ts'
import type { Holdings } from '../purchases/holdings.ts'
import type { Hold, Stock } from '../seats/stock.ts'
import { limitRefusal, waitsFor } from './limit-refusal.ts'
import { issuedBy, mergeItems, type Quote, type QuotedLine, quotePurchase, seatsIn } from './rules.ts'
import type { PurchaseOrder, WantedItem } from './wish.ts'

/** An order that goes through; its seats are taken out of the stock in hand. */
export interface Decided {
  kind: 'decided'
  id: PurchaseId
  order: PurchaseOrder
  lines: readonly QuotedLine[]
  total: Cents
}
/** What the buyer wants has been begun already, and waits for its money. */
export interface AlreadyOpen {
  kind: 'open'
  id: PurchaseId
  order: PurchaseOrder
}
export type Decision = Decided | AlreadyOpen | Error

/** One order against the stock in hand and everyone served before it. */
export function decideOrder(stock: Stock, order: PurchaseOrder, holdings: Holdings): Decision {
  const { event } = stock
  if (event?.status !== 'published') return refuse('not_found')
  if (order.sellerId && order.sellerId !== event.organizationId) return refuse('not_found')
  if (event.isPaused) return refuse('sales_paused')
  const cart = order.cartId ? stock.findLiveHold(order.cartId) : undefined
  const items = mergeItems(cart ? cart.seats : order.items)
  const open = holdings.openOne(order, items)
  if (open) {
    spendCart(stock, cart, { isBought: false })
    return { kind: 'open', id: open.id, order }
  }
  if (items.length === 0) return refuse('cart_empty')
  const { email } = order.buyer
  const waiting = holdings.waitingOf(email)
  const quote = quotePurchase(items, {
    types: stock.types,
    now: stock.now,
    ownedOf: (id) => holdings.ownedOf(email, id),
    waitingFor: (id) => holdings.waitingFor(email, id),
    openPurchases: waiting.length,
    waitingSeats: seatsIn(waiting.flatMap((purchase) => purchase.items)),
    hasSeats: (wanted) => Boolean(cart) || stock.hasSeats(wanted),
    statedTotal: order.statedTotal,
  })
  if (!quote.ok)
    return refusalOf(quote, waiting.filter((one) => one.userId === order.buyer.userId).at(-1)?.id)
  if (cart) spendCart(stock, cart, { isBought: true })
  else stock.takeSeats(items)
  const id = newUuid() as PurchaseId
  if (quote.total === 0) own(holdings, stock, email, items)
  else holdings.addWaiting({ ...order, ...order.buyer, id, items })
  return { kind: 'decided', id, order, lines: quote.lines, total: quote.total }
}

/** The cart's hold is taken, once; its seats become the purchase's, or go back on sale. */
function spendCart(stock: Stock, cart: Hold | undefined, { isBought }: { isBought: boolean }): void {
  const hold = cart && stock.takeHold(cart.id)
  if (hold && !isBought) stock.returnSeats(hold.seats)
}

function own(holdings: Holdings, { types }: Stock, email: string, items: readonly WantedItem[]): void {
  for (const [type, quantity] of issuedBy(items, types))
    holdings.addOwned({ email, ticketTypeId: type, quantity })
}

function refusalOf(quote: Exclude<Quote, { ok: true }>, openId: PurchaseId | undefined): Error {
  switch (quote.reason) {
    case 'sale_closed':
      return refuse('sale_closed', { saleState: quote.saleState })
    case 'limit_reached':
      return limitRefusal(quote.limit, openId)
    case 'too_many_unpaid':
      return refuse('too_many_unpaid', waitsFor(openId))
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
