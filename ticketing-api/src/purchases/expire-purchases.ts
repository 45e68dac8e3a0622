import { sql } from '@event-sphere/kit/database/database'
import type { Context } from '../context.ts'

/** Purchases whose hold has ended without money; money that comes later still finds them. */
export async function expirePurchases(ctx: Context): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    await sql`
      update purchases set status = 'expired' where id in (
        select id from purchases where status = 'pending_payment' and expires_at <= clock.now()
        limit 500 for update skip locked)`.execute(tx)
  })
}
