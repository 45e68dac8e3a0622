import type { Locale } from '@event-sphere/contract/auth'
import { randomHex } from '@event-sphere/kit/ids'
import type { Context } from '../context.ts'
import { hashSecret } from '../hash-secret.ts'
import { drawLinkMail } from './draw-link-mail.ts'
import { linkMinutes } from './rules.ts'
import { findUserByEmail, insertEmailLink } from './store.ts'

/**
 * Makes the link and mails it. The token is made here and not where it was asked for, so that it is never written
 * down but in the mail; a second try makes another.
 */
export async function sendLinkMail(
  ctx: Context,
  { email, locale }: { email: string; locale: Locale },
): Promise<void> {
  const user = await findUserByEmail(ctx.database.reader, email)
  if (!user?.isActive) return
  const token = randomHex(32)
  await ctx.database.transaction((tx) =>
    insertEmailLink(tx, { tokenHash: hashSecret(token), userId: user.id, minutes: linkMinutes }),
  )
  const link = `${ctx.config.sitePublicUrl}/sign-in/link/${token}`
  await ctx.mailer.send({ to: email, ...drawLinkMail(locale, link), pictures: [] })
}
