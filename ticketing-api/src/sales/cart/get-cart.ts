import type { Cart } from '@event-sphere/contract/cart'
import { readNow } from '@event-sphere/kit/clock'
import type { Reader } from '@event-sphere/kit/database/database'
import { dealingWith } from '../../call/scope.ts'
import type { CartOwner } from './cart-owner.ts'
import { type CartRow, findCart, listCartItems } from './store.ts'
import { viewCart } from './view.ts'

/** A cart whose time is over is an empty one. What is in it, the organization of its event knows. */
export async function getCart(reader: Reader, owner: CartOwner): Promise<Cart> {
  const cart = await findCart(reader, owner)
  return cart ? dealingWith(cart.organizationId, () => show(reader, cart)) : viewCart(undefined, [])
}

async function show(reader: Reader, cart: CartRow): Promise<Cart> {
  const now = await readNow(reader)
  const isLive = cart.expiresAt && cart.expiresAt > now
  return isLive ? viewCart(cart, await listCartItems(reader, cart.id)) : viewCart(undefined, [])
}
