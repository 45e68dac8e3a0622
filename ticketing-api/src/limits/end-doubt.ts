import { type LimitsContext, limitDoors } from './limit-doors.ts'
import type { Pass } from './rules.ts'

/** An act that was in doubt counts, or came to nothing. */
export async function endDoubt(ctx: LimitsContext, passes: readonly Pass[], counts: boolean): Promise<void> {
  if (passes.length > 0) await limitDoors(ctx)({ passes, kind: counts ? 'confirm' : 'withdraw' })
}
