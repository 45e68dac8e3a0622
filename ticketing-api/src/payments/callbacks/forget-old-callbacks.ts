import { readNow } from '@event-sphere/kit/clock'
import { sql } from '@event-sphere/kit/database/database'
import { deleteInBatches } from '@event-sphere/kit/database/delete-in-batches'
import type { Context } from '../../context.ts'

const keptDays = 90

/** What came to our doors is kept while somebody may want to compare it with a statement. */
export async function forgetOldCallbacks(ctx: Context): Promise<void> {
  const before = new Date((await readNow(ctx.database.reader)).getTime() - keptDays * 86_400_000)
  const where = sql`received_at < ${before} and judged_at is not null`
  await deleteInBatches(ctx.database, { table: 'callbacks', where })
}
