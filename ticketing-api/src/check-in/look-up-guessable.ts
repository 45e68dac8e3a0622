import type { UserId } from '@event-sphere/contract/values/ids'
import type { Context } from '../context.ts'
import { endDoubt } from '../limits/end-doubt.ts'
import { passInDoubt } from '../limits/pass-in-doubt.ts'
import type { Pass } from '../limits/rules.ts'

/**
 * Looks up a code that could be a guess: a gate mistypes one now and then, not ten in a minute. Only a miss counts against
 * the agent, and no more codes are looked up at once than misses are left; a queue of right ones waits its turn.
 * @throws rate_limited after too many misses
 */
export async function lookUpGuessable<Found>(
  ctx: Context,
  agentId: UserId,
  lookUp: () => Promise<Found | undefined>,
): Promise<Found | undefined> {
  const passes: Pass[] = [{ limit: 'scan.miss', of: agentId }]
  await passInDoubt(ctx, passes)
  let isMiss = false
  try {
    const found = await lookUp()
    isMiss = found === undefined
    return found
  } finally {
    await endDoubt(ctx, passes, isMiss)
  }
}
