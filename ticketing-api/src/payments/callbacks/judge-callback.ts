import type { Tx } from '@event-sphere/kit/database/database'
import { violatedConstraint } from '@event-sphere/kit/database/retry'
import type { Context } from '../../context.ts'
import { kinds } from './kinds.ts'
import { lockUnjudged } from './store.ts'

/**
 * Judges one callback, once, in a group of its own; a callback that came too early stays unjudged until our own answer is
 * here.
 */
export async function judgeCallback(ctx: Context, { callbackId }: { callbackId: string }): Promise<void> {
  const lock = (tx: Tx) => lockUnjudged(tx, callbackId)
  try {
    await ctx.database.transaction(async (tx) => {
      const callback = await lock(tx)
      if (callback) await kinds[callback.kind].judge(ctx, tx, [callback])
    })
  } catch (fault) {
    const wall = violatedConstraint(fault)
    if (!wall) throw fault
    await ctx.database.transaction(async (tx) => {
      const callback = await lock(tx)
      if (!callback) return
      const because = kinds[callback.kind].walls[wall]
      if (!because) throw fault
      await kinds[callback.kind].turnDown(ctx, tx, callback, because)
    })
  }
}
