import type { Locale } from '@event-sphere/contract/auth'
import type { NewPurchase } from '@event-sphere/contract/purchases'
import type { CartId } from '@event-sphere/contract/values/ids'
import type { Cents } from '@event-sphere/contract/values/money'
import type { Caller } from '../../call/caller.ts'
import { refuse } from '../../call/refuse.ts'
import { dealingWith } from '../../call/scope.ts'
import type { Context } from '../../context.ts'
import type { OnceKey } from '../../once/once-key.ts'
import { answerServed } from '../answer-served.ts'
import { buyerOf } from '../buyer-of.ts'
import type { PlacedPurchase } from '../place-purchase.ts'
import { cartOwner } from './cart-owner.ts'
import { type CartRow, findCart } from './store.ts'

export interface CheckOut {
  caller: Caller
  cartId: CartId | undefined
  guest: NewPurchase['buyer']
  totalAmount: Cents | undefined
  locale: Locale
  isMinimal: boolean
  once: OnceKey
}

/**
 * Makes the cart a purchase with the seats that it holds, in the same line as every purchase. A cart that is spent goes
 * there too: the line knows what was done under the same key, and what this cart has begun.
 */
export async function checkOut(ctx: Context, asked: CheckOut): Promise<PlacedPurchase> {
  const cart = await findCart(ctx.database.reader, cartOwner(asked.caller, asked.cartId))
  if (!cart) throw refuse('cart_empty')
  return dealingWith(cart.organizationId, () => checkOutCart(ctx, cart, asked))
}

async function checkOutCart(ctx: Context, cart: CartRow, asked: CheckOut): Promise<PlacedPurchase> {
  const { caller, once, isMinimal } = asked
  const served = await ctx.saleLines.serve({
    eventId: cart.eventId,
    buyer: await buyerOf(ctx, caller, asked.guest, asked.locale),
    sellerId: caller.kind === 'key' ? caller.organizationId : null,
    items: [],
    statedTotal: asked.totalAmount,
    cartId: cart.id,
    once,
  })
  return { purchase: await answerServed(ctx, served, isMinimal), isReplay: served.kind === 'replay' }
}
