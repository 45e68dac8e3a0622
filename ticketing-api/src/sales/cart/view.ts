import type { Cart } from '@event-sphere/contract/cart'
import { noCents, toCents } from '@event-sphere/contract/values/money'
import type { CartItemRow, CartRow } from './store.ts'

export function viewCart(cart: CartRow | undefined, rows: readonly CartItemRow[]): Cart {
  const items = rows.map(({ ticketTypeId, name, quantity, unitPriceCents }) => {
    return {
      ticketTypeId,
      name,
      quantity,
      unitPrice: unitPriceCents,
      amount: toCents(unitPriceCents * quantity),
    }
  })
  return {
    id: cart?.id ?? null,
    eventId: cart?.eventId ?? null,
    items,
    totalAmount: items.reduce((sum, item) => toCents(sum + item.amount), noCents),
    currency: 'KES',
    expiresAt: cart?.expiresAt ?? null,
  }
}
