import { inOrganization } from '../../call/scope.ts'
import type { Context } from '../../context.ts'
import { judgeCallback } from './judge-callback.ts'
import { judgeTogether } from './judge-together.ts'
import type { OwnedCallback } from './store.ts'
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
  const judgeOwn = () => inOrganization(own.organizationId, () => judgeCallback(ctx, { callbackId }))
  if (own.isTried) return judgeOwn()
  const waiting = await listWaiting(reader, mostInGroup)
  const others = waiting.filter(({ id }) => id !== callbackId).slice(0, mostInGroup - 1)
  const faults = await judgeByOrganization(ctx, [own, ...others])
  for (const [id, fault] of faults)
    if (id !== callbackId)
      ctx.log.warn({ callbackId: id, err: fault }, 'judging a callback failed; its own job tries again')
  if (faults.has(callbackId)) throw faults.get(callbackId)
  // Somebody else may have it in hand, and may fail; this job does not end before that is known.
  await judgeOwn()
}

/** A group an organization, each in its scope: the job's own comes first, and a fault that nobody can mend ends them all. */
async function judgeByOrganization(
  ctx: Context,
  callbacks: readonly OwnedCallback[],
): Promise<ReadonlyMap<string, unknown>> {
  const faults = new Map<string, unknown>()
  for (const [organizationId, own] of Map.groupBy(callbacks, (callback) => callback.organizationId)) {
    const ids = own.map(({ id }) => id)
    const found = await inOrganization(organizationId, () => judgeTogether(ctx, ids))
    for (const [id, fault] of found) faults.set(id, fault)
  }
  return faults
}
