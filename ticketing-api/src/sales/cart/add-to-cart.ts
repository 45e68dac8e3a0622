import type { Cart } from '@event-sphere/contract/cart'
import type { TicketTypeId } from '@event-sphere/contract/values/ids'
import type { Call } from '../../call/route.ts'
import type { Context } from '../../context.ts'
import { withinSeatLimits } from '../../limits/within-seat-limits.ts'
import type { CartOwner } from './cart-owner.ts'
import { setCartItem } from './set-cart-item.ts'

export interface CartItemWanted {
  ticketTypeId: TicketTypeId
  quantity: number
}
export type Asker = Pick<Call<unknown, unknown, unknown>, 'caller' | 'visitor'>

export async function addToCart(
  ctx: Context,
  owner: CartOwner,
  { ticketTypeId, quantity }: CartItemWanted,
  asker: Asker,
): Promise<Cart> {
  const wish = { ...asker, items: [{ ticketTypeId, quantity }] }
  const change = { ticketTypeId, quantity: (now: number) => now + quantity, mustBeThere: false }
  return withinSeatLimits(ctx, wish, () => setCartItem(ctx, owner, change))
}
