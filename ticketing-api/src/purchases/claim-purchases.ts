import type { UserId } from '@event-sphere/contract/values/ids'
import type { Context } from '../context.ts'
import { giveToUser } from './store.ts'

/** The owner of a proven mailbox owns what was bought with it as a guest, and by shadows of the account. */
export async function claimPurchases(
  ctx: Context,
  { userId, email }: { userId: UserId; email: string },
): Promise<void> {
  await ctx.database.transaction((tx) => giveToUser(tx, userId, email))
}
