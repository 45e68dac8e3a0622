import type { Cart } from '@event-sphere/contract/cart'
import type { TicketTypeId } from '@event-sphere/contract/values/ids'
import type { Caller } from '../caller.ts'
import type { Context } from '../context.ts'
import { setCartItem } from './set-cart-item.ts'

export async function removeCartItem(
  ctx: Context,
  caller: Caller,
  ticketTypeId: TicketTypeId,
): Promise<Cart> {
  return setCartItem(ctx, caller, { ticketTypeId, quantity: () => 0, mustBeThere: true })
}
