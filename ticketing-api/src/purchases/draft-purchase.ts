import type { PurchaseId } from '@event-sphere/contract/values/ids'
import { noCents } from '@event-sphere/contract/values/money'
import { newUuid } from '@event-sphere/kit/ids'
import type { Stock } from '../seats/lock-stock.ts'
import { makeTickets } from '../tickets/make-tickets.ts'
import type { TicketFacts } from '../tickets/ticket-facts.ts'
import { newAccount } from './account.ts'
import type { Decided } from './decide-order.ts'
import { holderNameOf } from './holder-name-of.ts'
import type { PurchaseItemRow, PurchaseRow } from './store.ts'

const holdMinutes = 30

/** A purchase as it will be written, all of it, before any of it is. */
export interface Draft {
  decided: Decided
  row: PurchaseRow
  items: PurchaseItemRow[]
  /** Of a free purchase; a priced one has none until its money is here. */
  tickets: TicketFacts[]
}

export function draftPurchase(stock: Stock, decided: Decided): Draft {
  const row = draftRow(stock, decided)
  const items = decided.lines.map((line) => ({
    purchaseId: row.id,
    ticketTypeId: line.ticketTypeId,
    name: line.type.name,
    quantity: line.quantity,
    unitPriceCents: line.type.priceCents,
  }))
  const holderName = holderNameOf(row)
  const isFree = row.status === 'completed'
  const tickets = isFree
    ? makeTickets(
        stock,
        items.map((item) => ({ ...item, holderName })),
      )
    : []
  return { decided, row, items, tickets }
}

function draftRow({ event, now }: Stock, { order, total }: Decided): PurchaseRow {
  if (!event) throw new Error('A purchase is decided for an event that is there.')
  const { userId, email, firstName, lastName, phone, locale } = order.buyer
  const isFree = total === 0
  return {
    id: newUuid() as PurchaseId,
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
    paidCents: noCents,
    account: newAccount(),
    expiresAt: isFree ? null : new Date(now.getTime() + holdMinutes * 60_000),
    createdAt: now,
    completedAt: isFree ? now : null,
  }
}
