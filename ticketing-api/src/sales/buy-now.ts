import type { NewPurchase } from '@event-sphere/contract/purchases'
import { readPhone } from '../auth/read-phone.ts'
import { asSeller } from '../call/caller.ts'
import type { Call, KeptReply } from '../call/route.ts'
import type { Context } from '../context.ts'
import { atEvent } from '../events/at-event.ts'
import { withinSeatLimits } from '../limits/within-seat-limits.ts'
import { onceKey } from '../once/once-key.ts'
import { isBegun } from './is-begun.ts'
import { placePurchase } from './place-purchase.ts'
import { promptAndReply } from './prompt-and-reply.ts'

type PurchaseCall = Pick<
  Call<unknown, unknown, NewPurchase>,
  'caller' | 'visitor' | 'body' | 'locale' | 'wants' | 'idempotencyKey'
>

/** POST /purchases: buys, and prompts the phone if one is named. */
export async function buyNow(ctx: Context, call: PurchaseCall): Promise<KeptReply> {
  const { visitor, body, locale, wants, idempotencyKey = '' } = call
  const caller = body.buyer ? asSeller(call.caller) : call.caller
  // Before anything is bought: a number that no prompt can reach is refused at once.
  const phoneNumber = readPhone(body.phoneNumber)
  const once = onceKey(caller, 'POST /purchases', idempotencyKey, body)
  const { isMinimal } = wants
  const { items, eventId, totalAmount: statedTotal, buyer: guest } = body
  const wanted = { eventId, items, statedTotal, cartId: null, once }
  const place = () => placePurchase(ctx, { caller, guest, locale, isMinimal, ...wanted })
  const wish = { caller, visitor, items, key: once.hash.toString('hex') }
  const placed = await atEvent(ctx, caller, eventId, () =>
    withinSeatLimits(ctx, wish, place, () => isBegun(ctx, caller, { eventId, items, once })),
  )
  return promptAndReply(ctx, placed, { caller, visitor, phoneNumber, locale, once, isMinimal })
}
