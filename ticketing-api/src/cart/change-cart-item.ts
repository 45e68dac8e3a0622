import type { Cart } from '@event-sphere/contract/cart'
import type { Caller } from '../caller.ts'
import type { Context } from '../context.ts'
import type { CartItemWanted } from './add-to-cart.ts'
import { setCartItem } from './set-cart-item.ts'

export async function changeCartItem(
  ctx: Context,
  caller: Caller,
  { ticketTypeId, quantity }: CartItemWanted,
): Promise<Cart> {
  return setCartItem(ctx, caller, { ticketTypeId, quantity: () => quantity, mustBeThere: true })
}
