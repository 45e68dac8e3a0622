import type { UserId } from '@event-sphere/contract/values/ids'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Context } from '../context.ts'
import { onePerDatabase } from '../one-per-database.ts'
import { refuse } from '../refuse.ts'

/** Codes that a person types can be guessed; a gate mistypes one now and then, not ten in a minute. */
const misses = onePerDatabase(() => new RateLimiterMemory({ points: 10, duration: 60 }))

/** Looks up a code that could be a guess. Only a miss counts against the agent. @throws rate_limited after too many. */
export async function lookUpGuessable<Found>(
  ctx: Context,
  agentId: UserId,
  lookUp: () => Promise<Found | undefined>,
): Promise<Found | undefined> {
  await countMiss(ctx, agentId)
  let isMiss = false
  try {
    const found = await lookUp()
    isMiss = found === undefined
    return found
  } finally {
    if (!isMiss) await misses(ctx).reward(agentId)
  }
}

/** Counted before the answer is known, so that guesses made all at once are no more than guesses made in turn. */
async function countMiss(ctx: Context, agentId: UserId): Promise<void> {
  try {
    await misses(ctx).consume(agentId)
  } catch (spent) {
    if (!(spent instanceof RateLimiterRes)) throw spent
    const retryAt = new Date(ctx.clock.now().getTime() + spent.msBeforeNext).toISOString()
    throw refuse('rate_limited', { retryAt })
  }
}
