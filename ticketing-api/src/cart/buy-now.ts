import type { NewPurchase } from '@event-sphere/contract/purchases'
import type { Context } from '../context.ts'
import type { Call, KeptReply } from '../http/route.ts'
import { onceKey } from '../once/kept-replies.ts'
import { placePurchase } from '../purchases/place-purchase.ts'
import { finishReply } from './finish-reply.ts'
import { refuseBadPhone } from './refuse-bad-phone.ts'
import { startFirstPrompt } from './start-first-prompt.ts'

type PurchaseCall = Pick<
  Call<unknown, unknown, NewPurchase>,
  'caller' | 'body' | 'locale' | 'wants' | 'idempotencyKey'
>

/** POST /purchases: buys, and asks the phone where one is named. */
export async function buyNow(ctx: Context, call: PurchaseCall): Promise<KeptReply> {
  const { caller, body, locale, wants, idempotencyKey = '' } = call
  refuseBadPhone(body.phoneNumber)
  const once = onceKey(caller, 'POST /purchases', idempotencyKey, body)
  const bought = await placePurchase(ctx, { caller, wanted: body, locale, isMinimal: wants.isMinimal, once })
  const reply = await startFirstPrompt(ctx, bought, { caller, phoneNumber: body.phoneNumber, locale, once })
  return finishReply(reply, wants.isMinimal)
}
