import type { Context } from '../../context.ts'
import { judgeCallback } from './judge-callback.ts'
import { judgeTogether } from './judge-together.ts'
import { findWaiting, listWaiting } from './store.ts'

/** What buyers in the line wait for: the event's stock is locked for as long as a group takes. */
const mostInGroup = 100

/**
 * Judges the callback of a job together with others that wait: jobs come one at a time and with pauses, which is too slow
 * when a thousand people enter their PIN at once. The jobs of those others find nothing left to do.
 */
export async function judgeWaiting(ctx: Context, { callbackId }: { callbackId: string }): Promise<void> {
  const { reader } = ctx.database
  const own = await findWaiting(reader, callbackId)
  if (!own) return
  if (own.isTried) return judgeCallback(ctx, { callbackId })
  const waiting = await listWaiting(reader, mostInGroup)
  const group = new Set([callbackId, ...waiting.slice(0, mostInGroup - 1)])
  const faults = await judgeTogether(ctx, [...group])
  for (const [id, fault] of faults)
    if (id !== callbackId)
      ctx.log.warn({ callbackId: id, err: fault }, 'judging a callback failed; its own job tries again')
  if (faults.has(callbackId)) throw faults.get(callbackId)
  // Somebody else may have it in hand, and may fail; this job does not end before that is known.
  await judgeCallback(ctx, { callbackId })
}
