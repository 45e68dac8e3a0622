import type { Locale } from '@event-sphere/contract/auth'
import { newUuid } from '@event-sphere/kit/ids'
import type { Visitor } from '../call/visitor.ts'
import type { Context } from '../context.ts'
import { passLimits } from '../limits/pass-limits.ts'

interface Asked {
  email: string
  locale: Locale
  visitor: Visitor
}

/**
 * Known or unknown, every address costs the same here: whose it is, only the job finds out. Counted by mailbox and
 * network together, so that nobody keeps somebody else from their link.
 */
export async function requestEmailLink(
  ctx: Context,
  { email, locale, visitor }: Asked,
): Promise<{ sent: true }> {
  await passLimits(ctx, [
    { limit: 'link.mailbox', of: `${email} ${visitor.network}` },
    { limit: 'link.network', of: visitor.network },
  ])
  await ctx.database.transaction((tx) =>
    ctx.jobs.enqueue(tx, 'auth.link-mail', [{ email, locale, askId: newUuid() }]),
  )
  return { sent: true }
}
