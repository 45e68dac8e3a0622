import type { PurchaseId } from '@event-sphere/contract/values/ids'
import type { Cents } from '@event-sphere/contract/values/money'
import { sql } from '@event-sphere/kit/database/database'
import type { Context } from '../context.ts'
import { tellOfOwedMoney } from './tell-of-owed-money.ts'

/** Purchases whose hold has ended without money; money that comes later still finds them. */
export async function expirePurchases(ctx: Context): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    const { rows } = await sql<{ id: PurchaseId; paidCents: Cents }>`
      update purchases set status = 'expired' where id in (
        select id from purchases where status = 'pending_payment' and expires_at <= clock.now()
        limit 500 for update skip locked)
      returning id, paid_cents as "paidCents"`.execute(tx)
    for (const row of rows) await tellOfOwedMoney(ctx, tx, row)
  })
}
