import { readNow } from '@event-sphere/kit/clock'
import { deleteInBatches } from '@event-sphere/kit/database/delete-in-batches'
import type { Context } from '../../context.ts'
import { judgedBefore } from './store.ts'

const keptDays = 90

/** What came to our doors is kept while somebody may want to compare it with a statement. */
export async function forgetOldCallbacks(ctx: Context): Promise<void> {
  const before = new Date((await readNow(ctx.database.reader)).getTime() - keptDays * 86_400_000)
  await deleteInBatches(ctx.database, judgedBefore(before))
}
