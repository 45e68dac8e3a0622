import type { Cart } from '@event-sphere/contract/cart'
import { readNow } from '@event-sphere/kit/clock'
import type { Reader } from '@event-sphere/kit/database/database'
import type { CartOwner } from './cart-owner.ts'
import { findCart, listCartItems } from './store.ts'
import { viewCart } from './view.ts'

/** A cart whose time is over is an empty one. */
export async function getCart(reader: Reader, owner: CartOwner): Promise<Cart> {
  const [cart, now] = [await findCart(reader, owner), await readNow(reader)]
  const isLive = cart?.expiresAt && cart.expiresAt > now
  return isLive ? viewCart(cart, await listCartItems(reader, cart.id)) : viewCart(undefined, [])
}
