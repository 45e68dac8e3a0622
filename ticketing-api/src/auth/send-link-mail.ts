import type { Locale } from '@event-sphere/contract/auth'
import { randomHex } from '@event-sphere/kit/ids'
import type { Context } from '../context.ts'
import { hashSecret } from '../hash-secret.ts'
import { drawLinkMail, type LinkMailReason } from './draw-link-mail.ts'
import { insertEmailLink } from './email-link-store.ts'
import { linkMinutes } from './rules.ts'
import { findUserByEmail } from './store.ts'

/** A mailbox gets no second mail while it holds an unused link this fresh, however often one is requested. */
const freshMinutes: Record<LinkMailReason, number> = { asked: 1, registeredAgain: 8 }

interface LinkMail {
  email: string
  locale: Locale
  /** Of the request: a second try to mail it is not kept back by the link that the first one made. */
  askId: string
  reason?: LinkMailReason
}

/**
 * Makes the link and mails it. The token is made here and not when it was requested, so that it is never written
 * down but in the mail; a second try makes another.
 */
export async function sendLinkMail(
  ctx: Context,
  { email, locale, askId, reason = 'asked' }: LinkMail,
): Promise<void> {
  const user = await findUserByEmail(ctx.database.reader, email)
  if (!user?.isActive) return
  const token = randomHex(32)
  const now = ctx.clock.now().getTime()
  const link = {
    tokenHash: hashSecret(token),
    userId: user.id,
    askId,
    expiresAt: new Date(now + linkMinutes * 60_000),
  }
  const unlessEndsAfter = new Date(now + (linkMinutes - freshMinutes[reason]) * 60_000)
  const isMade = await ctx.database.transaction((tx) => insertEmailLink(tx, link, unlessEndsAfter))
  if (!isMade) return
  const address = `${ctx.config.sitePublicUrl}/sign-in/link/${token}`
  await ctx.mailer.send({ to: email, ...drawLinkMail(locale, address, reason), pictures: [] })
}
