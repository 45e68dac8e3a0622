import { type LimitsContext, limitDoors } from './limit-doors.ts'
import type { Pass } from './rules.ts'

/** Gives back what an act used that came to nothing. */
export async function returnToLimits(ctx: LimitsContext, passes: readonly Pass[]): Promise<void> {
  if (passes.length > 0) await limitDoors(ctx)({ passes, kind: 'return' })
}
