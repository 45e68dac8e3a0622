import type { WantedItem } from '../purchases/buying-limits.ts'
import type { WaitingPurchase } from '../purchases/holdings.ts'
import type { PurchaseWish } from './wish.ts'

type Begun = Pick<PurchaseWish, 'sellerId' | 'cartId'> & { buyer: Pick<PurchaseWish['buyer'], 'userId'> }

/** The purchase that the same caller has begun already, of those that wait: of this cart, or of the same tickets. */
export function findBegun<Waiting extends WaitingPurchase>(
  waiting: readonly Waiting[],
  { buyer, sellerId, cartId }: Begun,
  items: readonly WantedItem[],
): Waiting | undefined {
  const isCallers = (one: Waiting) =>
    one.userId === buyer.userId && (buyer.userId !== null || one.sellerId === sellerId)
  const isSame = (one: Waiting) =>
    cartId !== null && one.cartId === cartId
      ? true
      : items.length > 0 && itemsKeyOf(one.items) === itemsKeyOf(items)
  return waiting.find((one) => isCallers(one) && isSame(one))
}

/** The same tickets have the same key, in whatever order they are named. */
const itemsKeyOf = (items: readonly WantedItem[]): string =>
  items
    .map(({ ticketTypeId, quantity }) => `${ticketTypeId}×${quantity}`)
    .sort()
    .join(' ')
