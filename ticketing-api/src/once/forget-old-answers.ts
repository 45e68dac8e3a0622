import { readNow } from '@event-sphere/kit/clock'
import { deleteInBatches } from '@event-sphere/kit/database/delete-in-batches'
import type { Context } from '../context.ts'
import { answersBefore } from './store.ts'

const keptHours = 24

/** Long enough for every retry of a client; after that a key is new again. */
export async function forgetOldAnswers(ctx: Pick<Context, 'database'>): Promise<void> {
  const now = await readNow(ctx.database.reader)
  const oldest = new Date(now.getTime() - keptHours * 3_600_000)
  await deleteInBatches(ctx.database, answersBefore(oldest))
}
