import type { Cart } from '@event-sphere/contract/cart'
import type { TicketTypeId } from '@event-sphere/contract/values/ids'
import type { Context } from '../context.ts'
import type { CartOwner } from './cart-owner.ts'
import { setCartItem } from './set-cart-item.ts'

export interface CartItemWanted {
  ticketTypeId: TicketTypeId
  quantity: number
}

export async function addToCart(
  ctx: Context,
  owner: CartOwner,
  { ticketTypeId, quantity }: CartItemWanted,
): Promise<Cart> {
  return setCartItem(ctx, owner, { ticketTypeId, quantity: (now) => now + quantity, mustBeThere: false })
}
