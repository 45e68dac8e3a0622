import { newUuid } from '@event-sphere/kit/ids'
import type { Context } from '../context.ts'
import { onePerDatabase } from '../one-per-database.ts'
import { upsertBeat } from './store.ts'

const selves = onePerDatabase(() => ({ worker: newUuid() }))

/** Says that this worker is there and that its sweeps run: a sweep says it. */
export async function beat(ctx: Pick<Context, 'database'>): Promise<void> {
  await ctx.database.transaction((tx) => upsertBeat(tx, selves(ctx).worker))
}
