import type { Locale } from '@event-sphere/contract/auth'
import type { Context } from '../context.ts'
import { countTry } from './limits.ts'

/** Known or unknown, every address costs the same here: whose it is, only the job finds out. */
export async function requestEmailLink(ctx: Context, email: string, locale: Locale): Promise<{ sent: true }> {
  await countTry(ctx, 'emailLink', email)
  await ctx.database.transaction((tx) => ctx.jobs.enqueue(tx, 'auth.link-mail', [{ email, locale }]))
  return { sent: true }
}
