import type { Locale } from '@event-sphere/contract/auth'
import type { NewPurchase } from '@event-sphere/contract/purchases'
import type { CartId } from '@event-sphere/contract/values/ids'
import type { Cents } from '@event-sphere/contract/values/money'
import type { Caller } from '../../call/caller.ts'
import { refuse } from '../../call/refuse.ts'
import { dealingWith } from '../../call/scope.ts'
import type { Context } from '../../context.ts'
import type { OnceKey } from '../../once/once-key.ts'
import { type PlacedPurchase, placePurchase } from '../place-purchase.ts'
import { cartOwner } from './cart-owner.ts'
import { findCart } from './store.ts'

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
  const { caller, guest, totalAmount: statedTotal, locale, isMinimal, once } = asked
  const wanted = { eventId: cart.eventId, items: [], statedTotal, cartId: cart.id, once }
  return dealingWith(cart.organizationId, () =>
    placePurchase(ctx, { caller, guest, locale, isMinimal, ...wanted }),
  )
}
