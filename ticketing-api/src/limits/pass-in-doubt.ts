import { setTimeout } from 'node:timers/promises'
import { type LimitsContext, limitDoors, type Used } from './limit-doors.ts'
import { PassRefused, refusedBy } from './limit-refused.ts'
import type { Pass } from './rules.ts'

/** Within what the site waits for an answer. */
const longestWaitMs = 4500
/** Each look writes: who waits long looks ever less often, or a few hundred waiting keep the database busy. */
const lookAgainAfterMs = { first: 40, most: 250 }

/**
 * Counts an act whose outcome is not known yet: a code that may be right, a prompt that may never ring.
 * At most as many are under way as the limit has left, so that wrong ones made all at once are no more than wrong ones
 * made in turn. If acts under way take up all that is left, this one waits until they have ended; only what really counts
 * refuses. How it ended is said with `endDoubt`.
 * @throws as `passLimits`; rate_limited, to be tried soon, if those under way do not end
 */
export async function passInDoubt(ctx: LimitsContext, passes: readonly Pass[]): Promise<Used> {
  if (passes.length === 0) return {}
  const waitsUntil = performance.now() + longestWaitMs
  for (let pauseMs = lookAgainAfterMs.first; ; pauseMs = Math.min(2 * pauseMs, lookAgainAfterMs.most)) {
    const decision = await limitDoors(ctx)({ passes, kind: 'doubt' })
    if (decision.ok) return decision.usedBefore
    if (decision.isSure) throw refusedBy(decision)
    if (performance.now() >= waitsUntil) throw refusedForNow(ctx)
    await setTimeout(pauseMs)
  }
}

const refusedForNow = ({ clock }: LimitsContext) =>
  new PassRefused('rate_limited', { retryAt: new Date(clock.now().getTime() + longestWaitMs).toISOString() })
