import type { Cart } from '@event-sphere/contract/cart'
import type { Context } from '../context.ts'
import type { CartItemWanted } from './add-to-cart.ts'
import type { CartOwner } from './cart-owner.ts'
import { setCartItem } from './set-cart-item.ts'

export async function changeCartItem(
  ctx: Context,
  owner: CartOwner,
  { ticketTypeId, quantity }: CartItemWanted,
): Promise<Cart> {
  return setCartItem(ctx, owner, { ticketTypeId, quantity: () => quantity, mustBeThere: true })
}
