import { type LimitsContext, limitDoors, type Used } from './limit-doors.ts'
import { refusedBy } from './limit-refused.ts'
import type { Pass } from './rules.ts'

/**
 * Counts an act against all of its limits, or against none. The same in every process: the counters are rows.
 * @returns how much of each was used before
 * @throws rate_limited, or what the limit says instead, with when to try again
 */
export async function passLimits(ctx: LimitsContext, passes: readonly Pass[]): Promise<Used> {
  if (passes.length === 0) return {}
  const decision = await limitDoors(ctx)({ passes, kind: 'pass' })
  if (decision.ok) return decision.usedBefore
  throw refusedBy(decision)
}
