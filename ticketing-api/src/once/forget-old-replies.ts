import { readNow } from '@event-sphere/kit/clock'
import { deleteInBatches } from '@event-sphere/kit/database/delete-in-batches'
import type { Context } from '../context.ts'
import { actsBefore } from './store.ts'

const keptDays = 30

/** Answers are kept for thirty days, as for every call that may move money; after that a key is new again. */
export async function forgetOldReplies(ctx: Pick<Context, 'database'>): Promise<void> {
  const now = await readNow(ctx.database.reader)
  const oldest = new Date(now.getTime() - keptDays * 86_400_000)
  await deleteInBatches(ctx.database, actsBefore(oldest))
}
