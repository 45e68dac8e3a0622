import type { Cart } from '@event-sphere/contract/cart'
import type { TicketTypeId } from '@event-sphere/contract/values/ids'
import type { Context } from '../../context.ts'
import type { CartOwner } from './cart-owner.ts'
import { setCartItem } from './set-cart-item.ts'

export async function removeCartItem(
  ctx: Context,
  owner: CartOwner,
  ticketTypeId: TicketTypeId,
): Promise<Cart> {
  return setCartItem(ctx, owner, { ticketTypeId, quantity: () => 0, mustBeThere: true })
}
