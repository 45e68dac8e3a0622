import { readNow } from '@event-sphere/kit/clock'
import { deleteInBatches } from '@event-sphere/kit/database/delete-in-batches'
import type { Context } from '../context.ts'
import type { Sweep } from '../sweep.ts'
import { countersBefore } from './store.ts'

/** A counter whose time is over is a new one. */
async function forgetOldCounters({ database }: Pick<Context, 'database'>): Promise<void> {
  const now = await readNow(database.reader)
  await deleteInBatches(database, countersBefore(now))
}

export const limitSweeps: readonly Sweep[] = [
  { name: 'limits.forget', everySeconds: 600, run: forgetOldCounters },
]
