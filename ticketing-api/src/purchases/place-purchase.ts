import type { Locale } from '@event-sphere/contract/auth'
import type { NewPurchase } from '@event-sphere/contract/purchases'
import type { Caller } from '../caller.ts'
import type { Context } from '../context.ts'
import type { KeptReply } from '../http/route.ts'
import type { OnceKey } from '../once/once-key.ts'
import { buyerOf } from './buyer-of.ts'

export interface PlacePurchase {
  caller: Caller
  wanted: NewPurchase
  locale: Locale
  isMinimal: boolean
  once: OnceKey
}

/** Takes its place at the event's till. A free purchase comes back complete, with its tickets. */
export async function placePurchase(
  ctx: Context,
  { caller, wanted, locale, isMinimal, once }: PlacePurchase,
): Promise<KeptReply> {
  const buyer = await buyerOf(ctx, caller, wanted.buyer, locale)
  return ctx.tills.serve({
    eventId: wanted.eventId,
    buyer,
    sellerId: caller.kind === 'key' ? caller.organizationId : null,
    items: wanted.items,
    statedTotal: wanted.totalAmount,
    cartId: null,
    isMinimal,
    once,
  })
}
