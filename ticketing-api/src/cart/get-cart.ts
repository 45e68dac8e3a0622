import type { Cart } from '@event-sphere/contract/cart'
import type { Reader } from '@event-sphere/kit/database/database'
import type { Caller } from '../caller.ts'
import type { Context } from '../context.ts'
import { customerId } from './customer-id.ts'
import { findCart, listCartItems } from './store.ts'
import { viewCart } from './view.ts'

export async function getCart(ctx: Context, caller: Caller): Promise<Cart> {
  return readCart(ctx.database.reader, caller)
}

export async function readCart(reader: Reader, caller: Caller): Promise<Cart> {
  const cart = await findCart(reader, customerId(caller))
  return viewCart(cart, cart ? await listCartItems(reader, cart.id) : [])
}
