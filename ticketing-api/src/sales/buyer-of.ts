import type { Locale } from '@event-sphere/contract/auth'
import type { NewPurchase } from '@event-sphere/contract/purchases'
import { getMe } from '../auth/get-me.ts'
import { readPhone } from '../auth/read-phone.ts'
import type { Caller } from '../call/caller.ts'
import { refuse } from '../call/refuse.ts'
import type { Context } from '../context.ts'
import type { Buyer } from './wish.ts'

/** A customer is who their account says; a guest is who the organization says. */
export async function buyerOf(
  ctx: Context,
  caller: Caller,
  guest: NewPurchase['buyer'],
  locale: Locale,
): Promise<Buyer> {
  if (caller.kind === 'user') {
    if (guest) throw refuse('invalid_request', { errors: [{ pointer: '/buyer', fault: 'buyer_not_yours' }] })
    const { id, email, firstName, lastName, phone } = await getMe(ctx, caller)
    return { userId: id, email, firstName, lastName, phone, locale }
  }
  if (!guest) throw refuse('invalid_request', { errors: [{ pointer: '/buyer', fault: 'buyer_needed' }] })
  const { email, firstName = null, lastName = null, phone } = guest
  return { userId: null, email, firstName, lastName, phone: readPhone(phone) ?? null, locale }
}
