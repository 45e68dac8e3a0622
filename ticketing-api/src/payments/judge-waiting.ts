import type { Context } from '../context.ts'
import { listWaiting } from './inbox.ts'
import { judgeCallback } from './judge-callback.ts'

/**
 * Judges the callback of a job, and then others that wait as well: jobs come one at a time and with pauses, which is too
 * slow when a thousand people enter their PIN at once. The jobs of those others find nothing left to do.
 */
export async function judgeWaiting(ctx: Context, job: { callbackId: string }): Promise<void> {
  await judgeCallback(ctx, job)
  for (const callbackId of await listWaiting(ctx.database.reader)) {
    try {
      await judgeCallback(ctx, { callbackId })
    } catch (fault) {
      ctx.log.warn({ callbackId, err: fault }, 'judging a callback failed; its own job tries again')
    }
  }
}
