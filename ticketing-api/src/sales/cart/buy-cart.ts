import type { NewPurchase } from '@event-sphere/contract/purchases'
import type { CartId } from '@event-sphere/contract/values/ids'
import type { Cents } from '@event-sphere/contract/values/money'
import { readPhone } from '../../auth/read-phone.ts'
import type { Call, KeptReply } from '../../call/route.ts'
import type { Context } from '../../context.ts'
import { onceKey } from '../../once/once-key.ts'
import { promptAndReply } from '../prompt-and-reply.ts'
import { checkOut } from './check-out.ts'

interface Body {
  cartId?: CartId | undefined
  buyer?: NewPurchase['buyer']
  phoneNumber?: string | undefined
  totalAmount?: Cents | undefined
}
type CheckoutCall = Pick<
  Call<unknown, unknown, Body>,
  'caller' | 'visitor' | 'body' | 'locale' | 'wants' | 'idempotencyKey'
>

/** POST /cart/checkout: buys what the cart holds, and prompts the phone if one is named. */
export async function buyCart(ctx: Context, call: CheckoutCall): Promise<KeptReply> {
  const { caller, visitor, body, locale, wants, idempotencyKey = '' } = call
  const phoneNumber = readPhone(body.phoneNumber)
  const once = onceKey(caller, 'POST /cart/checkout', idempotencyKey, body)
  const { totalAmount, cartId, buyer: guest } = body
  const { isMinimal } = wants
  const placed = await checkOut(ctx, { caller, cartId, guest, totalAmount, locale, isMinimal, once })
  return promptAndReply(ctx, placed, { caller, visitor, phoneNumber, locale, once, isMinimal })
}
