import type { TicketTypeId } from '@event-sphere/contract/values/ids'
import { type Cents, mostOnePaymentCents, noCents, toCents } from '@event-sphere/contract/values/money'
import {
  exceededLimit,
  type Limit,
  type LimitFacts,
  missingRequirements,
  type WantedItem,
} from '../purchases/buying-limits.ts'
import type { SaleType } from '../seats/stock.ts'
import { type SaleSide, saleSideOf } from '../ticket-types/sale-side.ts'

export interface QuoteFacts extends LimitFacts {
  now: Date
  /** How many of the buyer's purchases wait for money at this event, and how many tickets they hold. */
  openPurchases: number
  waitingSeats: number
  hasSeats: (items: readonly WantedItem[]) => boolean
  statedTotal: Cents | undefined
}

export interface QuotedLine extends WantedItem {
  type: SaleType
  amount: Cents
}

export type Quote =
  | { ok: true; lines: readonly QuotedLine[]; total: Cents }
  | { ok: false; reason: 'ticket_type_unknown' | 'too_many_unpaid' | 'amount_too_large' | 'sold_out' }
  | { ok: false; reason: 'limit_reached'; limit: Limit }
  | { ok: false; reason: 'sale_closed'; saleState: Exclude<SaleSide, 'open'> }
  | { ok: false; reason: 'requirement_missing'; requires: readonly TicketTypeId[] }
  | { ok: false; reason: 'total_changed'; total: Cents }

/** Purchases of one person at one event that may wait for money at the same time. */
export const mostOpenPurchases = 3
/** Seats that one person may keep from others at one event without having paid. */
export const mostWaitingSeats = 20

/** What it costs and whether it may be: facts in, decision out. */
export function quotePurchase(wanted: readonly WantedItem[], facts: QuoteFacts): Quote {
  const lines = linesOf(wanted, facts.types)
  if (!lines) return { ok: false, reason: 'ticket_type_unknown' }
  const closed = lines.map((line) => saleSideOf(line.type, facts.now)).find((side) => side !== 'open')
  if (closed) return { ok: false, reason: 'sale_closed', saleState: closed }
  const limit = exceededLimit(lines, facts)
  if (limit) return { ok: false, reason: 'limit_reached', limit }
  const requires = missingRequirements(lines, facts)
  if (requires.length > 0) return { ok: false, reason: 'requirement_missing', requires }
  const total = lines.reduce((sum, line) => toCents(sum + line.amount), noCents)
  if (total > mostOnePaymentCents) return { ok: false, reason: 'amount_too_large' }
  if (total > 0 && isWaitingEnough(lines, facts)) return { ok: false, reason: 'too_many_unpaid' }
  if (facts.statedTotal !== undefined && facts.statedTotal !== total)
    return { ok: false, reason: 'total_changed', total }
  return facts.hasSeats(wanted) ? { ok: true, lines, total } : { ok: false, reason: 'sold_out' }
}

/** The same type named twice is one line. */
export function mergeItems(items: readonly WantedItem[]): WantedItem[] {
  const merged = new Map<TicketTypeId, number>()
  for (const item of items)
    merged.set(item.ticketTypeId, (merged.get(item.ticketTypeId) ?? 0) + item.quantity)
  return [...merged].map(([ticketTypeId, quantity]) => ({ ticketTypeId, quantity }))
}

function linesOf(wanted: readonly WantedItem[], types: QuoteFacts['types']): QuotedLine[] | undefined {
  const lines: QuotedLine[] = []
  for (const item of wanted) {
    const type = types.get(item.ticketTypeId)
    if (!type?.isActive) return undefined
    lines.push({ ...item, type, amount: toCents(type.priceCents * item.quantity) })
  }
  return lines
}

function isWaitingEnough(lines: readonly QuotedLine[], facts: QuoteFacts): boolean {
  return facts.openPurchases >= mostOpenPurchases || facts.waitingSeats + seatsIn(lines) > mostWaitingSeats
}

export const seatsIn = (items: readonly WantedItem[]): number =>
  items.reduce((sum, { quantity }) => sum + quantity, 0)
