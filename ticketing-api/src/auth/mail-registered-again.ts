import type { Locale } from '@event-sphere/contract/auth'
import type { UserId } from '@event-sphere/contract/values/ids'
import type { Context } from '../context.ts'
import { sendLinkMail } from './send-link-mail.ts'
import { findShadowEmail } from './store.ts'

/** Somebody registered an address that has an account: its mailbox is told how to see everything. */
export async function mailRegisteredAgain(
  ctx: Context,
  { userId, locale }: { userId: UserId; locale: Locale },
): Promise<void> {
  const email = await findShadowEmail(ctx.database.reader, userId)
  if (email) await sendLinkMail(ctx, { email, locale, askId: userId, reason: 'registeredAgain' })
}
