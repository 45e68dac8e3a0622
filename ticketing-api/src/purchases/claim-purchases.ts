import type { UserId } from '@event-sphere/contract/values/ids'
import { sql } from '@event-sphere/kit/database/database'
import type { Context } from '../context.ts'

/** Whoever proved the mailbox owns what was bought with it as a guest, and by shadows of the account. */
export async function claimPurchases(
  ctx: Context,
  { userId, email }: { userId: UserId; email: string },
): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    await sql`
      update purchases set user_id = ${userId}
      where buyer_email = ${email} and (user_id is null
        or user_id in (select id from users where email = ${email} and is_shadow))`.execute(tx)
  })
}
