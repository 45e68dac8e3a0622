import type { Cents } from '@event-sphere/contract/values/money'
import type { Context } from '../context.ts'
import type { Call, KeptReply } from '../http/route.ts'
import { onceKey } from '../once/kept-replies.ts'
import { checkOut } from './check-out.ts'
import { finishReply } from './finish-reply.ts'
import { refuseBadPhone } from './refuse-bad-phone.ts'
import { startFirstPrompt } from './start-first-prompt.ts'

type Body = { phoneNumber?: string | undefined; totalAmount?: Cents | undefined }
type CheckoutCall = Pick<
  Call<unknown, unknown, Body>,
  'caller' | 'body' | 'locale' | 'wants' | 'idempotencyKey'
>

/** POST /cart/checkout: buys what the cart holds, and asks the phone where one is named. */
export async function buyCart(ctx: Context, call: CheckoutCall): Promise<KeptReply> {
  const { caller, body, locale, wants, idempotencyKey = '' } = call
  refuseBadPhone(body.phoneNumber)
  const once = onceKey(caller, 'POST /cart/checkout', idempotencyKey, body)
  const { totalAmount, phoneNumber } = body
  const bought = await checkOut(ctx, { caller, totalAmount, locale, isMinimal: wants.isMinimal, once })
  const reply = await startFirstPrompt(ctx, bought, { caller, phoneNumber, locale, once })
  return finishReply(reply, wants.isMinimal)
}
