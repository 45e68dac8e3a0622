import type { Purchase } from '@event-sphere/contract/purchases'
import type { Ticket } from '@event-sphere/contract/tickets'
import { toCents } from '@event-sphere/contract/values/money'
import type { PurchaseItemRow, PurchaseRow } from './store.ts'

export interface PurchaseParts {
  row: PurchaseRow
  items: readonly PurchaseItemRow[]
  tickets: readonly Ticket[]
  shortcode: string
}

export function viewPurchase({ row, items, tickets, shortcode }: PurchaseParts): Purchase {
  const isWaiting = row.status === 'pending_payment'
  return {
    id: row.id,
    purchaseId: row.id,
    eventId: row.eventId,
    status: row.status,
    items: items.map(viewItem),
    totalAmount: row.totalCents,
    paidAmount: row.paidCents,
    currency: 'KES',
    account: row.account,
    buyer: {
      email: row.buyerEmail,
      firstName: row.buyerFirstName,
      lastName: row.buyerLastName,
      phone: row.buyerPhone,
    },
    createdAt: row.createdAt,
    expiresAt: isWaiting ? row.expiresAt : null,
    completedAt: row.completedAt,
    tickets: [...tickets],
    ...(isWaiting && { paymentInstructions: paybillOf(row, shortcode) }),
  }
}

function viewItem({
  ticketTypeId,
  name,
  quantity,
  unitPriceCents,
}: PurchaseItemRow): Purchase['items'][number] {
  return {
    ticketTypeId,
    name,
    quantity,
    unitPrice: unitPriceCents,
    amount: toCents(unitPriceCents * quantity),
  }
}

/** How to pay by hand: what is still owed, to the account that finds this purchase. */
function paybillOf(row: PurchaseRow, shortcode: string): Purchase['paymentInstructions'] {
  const amount = toCents(Math.max(0, row.totalCents - row.paidCents))
  return { method: 'mpesa', paybill: { shortcode, account: row.account, amount } }
}
