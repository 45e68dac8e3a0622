import type { Locale } from '@event-sphere/contract/auth'
import type { Cents } from '@event-sphere/contract/values/money'
import type { Caller } from '../caller.ts'
import type { Context } from '../context.ts'
import type { KeptReply } from '../http/route.ts'
import { findReply } from '../once/find-reply.ts'
import type { OnceKey } from '../once/once-key.ts'
import { buyerOf } from '../purchases/buyer-of.ts'
import { refuse } from '../refuse.ts'
import { customerId } from './customer-id.ts'
import { findCart } from './store.ts'

export interface CheckOut {
  caller: Caller
  totalAmount: Cents | undefined
  locale: Locale
  isMinimal: boolean
  once: OnceKey
}

/** Makes the cart a purchase with the seats that it holds, at the same till as every purchase. */
export async function checkOut(
  ctx: Context,
  { caller, totalAmount, locale, isMinimal, once }: CheckOut,
): Promise<KeptReply> {
  const cart = await findCart(ctx.database.reader, customerId(caller))
  // The cart of an act that is done already is gone; its answer is not.
  if (!cart) return (await findReply(ctx, once)) ?? Promise.reject(refuse('cart_empty'))
  return ctx.tills.serve({
    eventId: cart.eventId,
    buyer: await buyerOf(ctx, caller, undefined, locale),
    sellerId: null,
    items: [],
    statedTotal: totalAmount,
    cartId: cart.id,
    isMinimal,
    once,
  })
}
