import { type PurchaseId, ticketTypeId } from '@event-sphere/contract/values/ids'
import type { Cents } from '@event-sphere/contract/values/money'
import { newUuid } from '@event-sphere/kit/ids'
import { z } from 'zod'
import { refuse } from '../call/refuse.ts'
import { issuedBy, type WantedItem } from '../purchases/buying-limits.ts'
import type { Holdings } from '../purchases/holdings.ts'
import type { Hold, Stock } from '../seats/stock.ts'
import { findBegun } from './find-begun.ts'
import { limitRefusal, waitsFor } from './limit-refusal.ts'
import { mergeItems, type Quote, type QuotedLine, quotePurchase, seatsIn } from './rules.ts'
import type { PurchaseWish } from './wish.ts'

/** A wish that goes through; its seats are taken out of the stock in hand. */
export interface Decided {
  kind: 'decided'
  id: PurchaseId
  wish: PurchaseWish
  lines: readonly QuotedLine[]
  total: Cents
}
/** What the buyer wants has been begun already, and waits for its money. */
export interface AlreadyOpen {
  kind: 'open'
  id: PurchaseId
  wish: PurchaseWish
}
export type Decision = Decided | AlreadyOpen | Error

/** One wish against the stock in hand and everyone served before it. */
export function decideWish(stock: Stock, wish: PurchaseWish, holdings: Holdings): Decision {
  const { event } = stock
  if (event?.status !== 'published') return refuse('not_found')
  if (wish.sellerId && wish.sellerId !== event.organizationId) return refuse('not_found')
  if (event.isPaused) return refuse('sales_paused')
  const cart = wish.cartId ? stock.findLiveHold(wish.cartId) : undefined
  const items = mergeItems(cart ? cart.seats : wish.items)
  const open = findBegun(holdings.waitingOf(wish.buyer.email), wish, items)
  if (open) {
    spendCart(stock, cart, { isBought: false })
    return { kind: 'open', id: open.id, wish }
  }
  if (items.length === 0) return refuse('cart_empty')
  const { email } = wish.buyer
  const waiting = holdings.waitingOf(email)
  const quote = quotePurchase(items, {
    types: stock.types,
    now: stock.now,
    ownedOf: (id) => holdings.ownedOf(email, id),
    waitingFor: (id) => holdings.waitingFor(email, id),
    openPurchases: waiting.length,
    waitingSeats: seatsIn(waiting.flatMap((purchase) => purchase.items)),
    hasSeats: (wanted) => Boolean(cart) || stock.hasSeats(wanted),
    statedTotal: wish.statedTotal,
  })
  if (!quote.ok) return refusalOf(quote, waiting.filter((one) => one.userId === wish.buyer.userId).at(-1)?.id)
  if (cart) spendCart(stock, cart, { isBought: true })
  else stock.takeSeats(items)
  const id = newUuid() as PurchaseId
  if (quote.total === 0) own(holdings, stock, email, items)
  else holdings.addWaiting({ ...wish, ...wish.buyer, id, items })
  return { kind: 'decided', id, wish, lines: quote.lines, total: quote.total }
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
