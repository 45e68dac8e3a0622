import { readNow } from '@event-sphere/kit/clock'
import { inBatches } from '@event-sphere/kit/in-batches'
import type { Context } from '../context.ts'
import { book } from '../ledger/book.ts'
import { heldIsOwed } from './postings.ts'
import { expireRows } from './store.ts'
import { tellOfOwedMoney } from './tell-of-owed-money.ts'

const mostAtOnce = 500

/** Purchases whose hold has ended without money; money that comes later still finds them. */
export async function expirePurchases(ctx: Context): Promise<void> {
  const now = await readNow(ctx.database.reader)
  await inBatches(async () => (await expireSome(ctx, now)) === mostAtOnce)
}

async function expireSome(ctx: Context, now: Date): Promise<number> {
  return ctx.database.transaction(async (tx) => {
    const rows = await expireRows(tx, now, mostAtOnce)
    await book(
      tx,
      rows.map((row) => heldIsOwed(row, 'expired')),
    )
    for (const row of rows) await tellOfOwedMoney(ctx, tx, row)
    return rows.length
  })
}
