import { sql } from '@event-sphere/kit/database/database'
import type { Context } from '../context.ts'

/** Answers are kept for thirty days, as for every call that may move money; after that a key is new again. */
export async function forgetOldReplies(ctx: Context): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    await sql`delete from idempotency_keys where created_at < clock.now() - interval '30 days'`.execute(tx)
  })
}
