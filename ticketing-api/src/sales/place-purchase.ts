import type { Locale } from '@event-sphere/contract/auth'
import type { NewPurchase, Purchase } from '@event-sphere/contract/purchases'
import type { Caller } from '../call/caller.ts'
import type { Context } from '../context.ts'
import type { OnceKey } from '../once/once-key.ts'
import { answerServed } from './answer-served.ts'
import { buyerOf } from './buyer-of.ts'

export interface PlacePurchase {
  caller: Caller
  wanted: NewPurchase
  locale: Locale
  isMinimal: boolean
  once: OnceKey
}

export interface PlacedPurchase {
  purchase: Purchase
  isReplay: boolean
}

/**
 * Takes its place in the event's line. A free purchase comes back complete, with its tickets; one that the same buyer has
 * begun already comes back as it stands.
 */
export async function placePurchase(
  ctx: Context,
  { caller, wanted, locale, isMinimal, once }: PlacePurchase,
): Promise<PlacedPurchase> {
  const buyer = await buyerOf(ctx, caller, wanted.buyer, locale)
  const served = await ctx.saleLines.serve({
    eventId: wanted.eventId,
    buyer,
    sellerId: caller.kind === 'key' ? caller.organizationId : null,
    items: wanted.items,
    statedTotal: wanted.totalAmount,
    cartId: null,
    once,
  })
  return { purchase: await answerServed(ctx, served, isMinimal), isReplay: served.kind === 'replay' }
}
