import type { PurchaseId } from '@event-sphere/contract/values/ids'
import { noMoney } from '../ledger/balances.ts'
import { newAccount } from '../purchases/account.ts'
import { holderNameOf } from '../purchases/holder-name-of.ts'
import type { PurchaseItemRow, PurchaseRow } from '../purchases/record-purchases.ts'
import { holdEnd } from '../seats/hold-end.ts'
import type { Stock } from '../seats/stock.ts'
import { makeTickets } from '../tickets/make-tickets.ts'
import type { TicketFacts } from '../tickets/ticket-facts.ts'
import type { Decided } from './decide-wish.ts'

/** A purchase as it will be written, all of it, before any of it is. */
export interface Draft {
  decided: Decided
  row: PurchaseRow
  items: PurchaseItemRow[]
  /** Of a free purchase; a priced one has none until its money is here. */
  tickets: TicketFacts[]
}

/** What became of a wish: placed now, placed before under the same key, or begun before and still open. */
export type Served =
  | { kind: 'placed'; draft: Draft }
  | { kind: 'replay'; purchaseId: PurchaseId }
  | { kind: 'open'; purchaseId: PurchaseId }

/** What waits for money keeps its seats under its own id. */
export function draftPurchase(stock: Stock, decided: Decided): Draft {
  const row = draftRow(stock, decided)
  const items = decided.lines
    .map((line) => ({
      purchaseId: row.id,
      ticketTypeId: line.ticketTypeId,
      name: line.type.name,
      quantity: line.quantity,
      unitPriceCents: line.type.priceCents,
    }))
    .sort(byType)
  if (row.expiresAt) stock.placeHold({ id: row.id, expiresAt: row.expiresAt, seats: items })
  const holderName = holderNameOf(row)
  const wanted = row.status === 'completed' ? items.map((item) => ({ ...item, holderName })) : []
  return { decided, row, items, tickets: makeTickets(stock, wanted).sort(byNumber) }
}

/** The orders in which the database lists them, so that an answer given again is the same to the letter. */
const byType = (one: PurchaseItemRow, other: PurchaseItemRow) =>
  one.ticketTypeId < other.ticketTypeId ? -1 : 1
const byNumber = (one: TicketFacts, other: TicketFacts) =>
  one.type.number - other.type.number || one.ticket.serial - other.ticket.serial

function draftRow({ event, now }: Stock, { id, wish, total }: Decided): PurchaseRow {
  if (!event) throw new Error('event not found while drafting a purchase')
  const { userId, email, firstName, lastName, phone, locale } = wish.buyer
  const isFree = total === 0
  return {
    id,
    organizationId: event.organizationId,
    eventId: event.id,
    userId,
    buyerEmail: email,
    buyerFirstName: firstName,
    buyerLastName: lastName,
    buyerPhone: phone,
    locale,
    status: isFree ? 'completed' : 'pending_payment',
    totalCents: total,
    ...noMoney,
    account: newAccount(),
    cartId: wish.cartId,
    expiresAt: isFree ? null : holdEnd(now),
    createdAt: now,
    completedAt: isFree ? now : null,
  }
}
