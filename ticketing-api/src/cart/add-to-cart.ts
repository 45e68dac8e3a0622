import type { Cart } from '@event-sphere/contract/cart'
import type { TicketTypeId } from '@event-sphere/contract/values/ids'
import type { Caller } from '../caller.ts'
import type { Context } from '../context.ts'
import { setCartItem } from './set-cart-item.ts'

export interface CartItemWanted {
  ticketTypeId: TicketTypeId
  quantity: number
}

export async function addToCart(
  ctx: Context,
  caller: Caller,
  { ticketTypeId, quantity }: CartItemWanted,
): Promise<Cart> {
  return setCartItem(ctx, caller, { ticketTypeId, quantity: (now) => now + quantity, mustBeThere: false })
}
