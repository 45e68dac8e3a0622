import type { Cart } from '@event-sphere/contract/cart'
import type { Context } from '../../context.ts'
import { withinSeatLimits } from '../../limits/within-seat-limits.ts'
import type { Asker, CartItemWanted } from './add-to-cart.ts'
import type { CartOwner } from './cart-owner.ts'
import { getCart } from './get-cart.ts'
import { setCartItem } from './set-cart-item.ts'

export async function changeCartItem(
  ctx: Context,
  owner: CartOwner,
  { ticketTypeId, quantity }: CartItemWanted,
  { caller, visitor }: Asker,
): Promise<Cart> {
  const cart = await getCart(ctx.database.reader, owner)
  const now = cart.items.find((item) => item.ticketTypeId === ticketTypeId)?.quantity ?? 0
  const more = [{ ticketTypeId, quantity: Math.max(0, quantity - now) }]
  const change = { ticketTypeId, quantity: () => quantity, mustBeThere: true }
  return withinSeatLimits(ctx, { caller, visitor, items: more }, () => setCartItem(ctx, owner, change))
}
