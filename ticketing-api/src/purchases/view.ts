import type { Purchase } from '@event-sphere/contract/purchases'
import type { Ticket } from '@event-sphere/contract/tickets'
import { toCents } from '@event-sphere/contract/values/money'
import type { PurchaseItemRow, PurchaseRow } from './store.ts'

export interface PurchaseParts {
  row: PurchaseRow
  items: readonly PurchaseItemRow[]
  tickets: readonly Ticket[]
}

export function viewPurchase({ row, items, tickets }: PurchaseParts): Purchase {
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
    ...(isWaiting && { paymentInstructions: { method: 'mpesa' } }),
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
