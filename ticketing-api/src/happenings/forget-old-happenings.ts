import { readNow } from '@event-sphere/kit/clock'
import { deleteInBatches } from '@event-sphere/kit/database/delete-in-batches'
import type { Context } from '../context.ts'
import { happenedBefore } from './store.ts'

const keptDays = 30

/** With their deliveries: as long as anybody may want them sent again. */
export async function forgetOldHappenings(ctx: Pick<Context, 'database'>): Promise<void> {
  const now = await readNow(ctx.database.reader)
  const oldest = new Date(now.getTime() - keptDays * 86_400_000)
  await deleteInBatches(ctx.database, happenedBefore(oldest))
}
