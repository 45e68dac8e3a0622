import type { Tx } from '@event-sphere/kit/database/database'
import type { Context } from '../../context.ts'
import { kinds } from './kinds.ts'
import type { KeptCallback } from './store.ts'

/**
 * Judges callbacks that the caller has locked, in this transaction: those of the first one's kind, because each kind locks
 * in an order of its own, and two groups of mixed kinds could wait for each other.
 * @returns the ids of those that are for the next group
 */
export async function judgeGroup(
  ctx: Context,
  tx: Tx,
  callbacks: readonly KeptCallback[],
): Promise<string[]> {
  const [first] = callbacks
  if (!first) return []
  const { own = [], others = [] } = Object.groupBy(callbacks, ({ kind }) =>
    kind === first.kind ? 'own' : 'others',
  )
  const behind = await kinds[first.kind].judge(ctx, tx, own)
  return [...behind, ...others.map(({ id }) => id)]
}
