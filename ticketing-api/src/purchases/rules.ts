import type { TicketTypeId } from '@event-sphere/contract/values/ids'
import { type Cents, noCents, toCents } from '@event-sphere/contract/values/money'
import type { SaleType } from '../seats/lock-stock.ts'
import { type SaleSide, saleSideOf } from '../ticket-types/sale-side.ts'
import type { WantedItem } from './order.ts'

export interface QuoteFacts {
  types: ReadonlyMap<TicketTypeId, SaleType>
  now: Date
  /** How many tickets of a type the buyer owns or has waiting for money: limits count both. */
  heldOf: (id: TicketTypeId) => number
  /** How many they own: what may yet run out unpaid lets nobody in, so it fulfils no requirement. */
  ownedOf: (id: TicketTypeId) => number
  hasSeats: (items: readonly WantedItem[]) => boolean
  statedTotal: Cents | undefined
}

export interface QuotedLine extends WantedItem {
  type: SaleType
  amount: Cents
}

export type Quote =
  | { ok: true; lines: readonly QuotedLine[]; total: Cents }
  | { ok: false; reason: 'ticket_type_unknown' | 'limit_reached' | 'sold_out' }
  | { ok: false; reason: 'sale_closed'; saleState: Exclude<SaleSide, 'open'> }
  | { ok: false; reason: 'requirement_missing'; requires: readonly TicketTypeId[] }
  | { ok: false; reason: 'total_changed'; total: Cents }

/** What the ledger's columns can hold, far above what M-Pesa moves. */
const mostCents = 2 ** 31 - 1

/** What it costs and whether it may be: facts in, decision out. */
export function quotePurchase(wanted: readonly WantedItem[], facts: QuoteFacts): Quote {
  const lines = linesOf(wanted, facts.types)
  if (!lines) return { ok: false, reason: 'ticket_type_unknown' }
  const closed = lines.map((line) => saleSideOf(line.type, facts.now)).find((side) => side !== 'open')
  if (closed) return { ok: false, reason: 'sale_closed', saleState: closed }
  if (lines.some((line) => exceedsLimit(line, facts))) return { ok: false, reason: 'limit_reached' }
  const requires = missingRequirements(lines, facts)
  if (requires.length > 0) return { ok: false, reason: 'requirement_missing', requires }
  const total = lines.reduce((sum, line) => toCents(sum + line.amount), noCents)
  if (total > mostCents) return { ok: false, reason: 'limit_reached' }
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

function exceedsLimit({ type, quantity }: QuotedLine, { heldOf }: QuoteFacts): boolean {
  const isTooMany = quantity > type.maxPerPurchase
  return isTooMany || (type.maxPerPerson !== null && heldOf(type.id) + quantity > type.maxPerPerson)
}

function missingRequirements(lines: readonly QuotedLine[], { ownedOf }: QuoteFacts): TicketTypeId[] {
  const bought = new Set(lines.map((line) => line.ticketTypeId))
  const required = new Set(lines.flatMap((line) => line.type.requires))
  return [...required].filter((id) => !bought.has(id) && ownedOf(id) === 0)
}
