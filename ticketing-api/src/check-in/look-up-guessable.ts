import type { UserId } from '@event-sphere/contract/values/ids'
import type { Context } from '../context.ts'
import { passLimits, returnToLimits } from '../limits/pass-limits.ts'
import type { Pass } from '../limits/rules.ts'

/**
 * Looks up a code that could be a guess: a gate mistypes one now and then, not ten in a minute. Only a miss counts
 * against the agent, but before the answer is known, so that guesses made all at once are no more than guesses made
 * in turn. @throws rate_limited after too many
 */
export async function lookUpGuessable<Found>(
  ctx: Context,
  agentId: UserId,
  lookUp: () => Promise<Found | undefined>,
): Promise<Found | undefined> {
  const passes: Pass[] = [{ limit: 'scan.miss', of: agentId }]
  await passLimits(ctx, passes)
  let isMiss = false
  try {
    const found = await lookUp()
    isMiss = found === undefined
    return found
  } finally {
    if (!isMiss) await returnToLimits(ctx, passes)
  }
}
