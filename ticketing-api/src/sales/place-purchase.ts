import type { Locale } from '@event-sphere/contract/auth'
import type { NewPurchase, Purchase } from '@event-sphere/contract/purchases'
import type { Caller } from '../call/caller.ts'
import type { Context } from '../context.ts'
import { answerServed } from './answer-served.ts'
import { buyerOf } from './buyer-of.ts'
import type { PurchaseWish } from './wish.ts'

export interface PlacePurchase
  extends Pick<PurchaseWish, 'eventId' | 'items' | 'statedTotal' | 'cartId' | 'once'> {
  caller: Caller
  guest: NewPurchase['buyer']
  locale: Locale
  isMinimal: boolean
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
  { caller, guest, locale, isMinimal, ...wish }: PlacePurchase,
): Promise<PlacedPurchase> {
  const buyer = await buyerOf(ctx, caller, guest, locale)
  const sellerId = caller.kind === 'key' ? caller.organizationId : null
  const served = await ctx.saleLines.serve({ ...wish, buyer, sellerId })
  return { purchase: await answerServed(ctx, served, isMinimal), isReplay: served.kind === 'replay' }
}
