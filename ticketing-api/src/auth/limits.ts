import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Context } from '../context.ts'
import { onePerDatabase } from '../one-per-database.ts'
import { refuse } from '../refuse.ts'

/**
 * How often one account or address may be tried, in each process. Never by network address: a Kenyan operator puts
 * thousands of people behind one.
 */
const limits = onePerDatabase(() => ({
  login: new RateLimiterMemory({ points: 5, duration: 60 }),
  register: new RateLimiterMemory({ points: 5, duration: 60 }),
  emailLink: new RateLimiterMemory({ points: 3, duration: 3600 }),
}))

type Act = keyof ReturnType<typeof limits>

/** Counts one try. @throws rate_limited, with when to come back, once there were too many. */
export async function countTry(ctx: Context, act: Act, email: string): Promise<void> {
  try {
    await limits(ctx)[act].consume(email)
  } catch (spent) {
    if (!(spent instanceof RateLimiterRes)) throw spent
    const retryAt = new Date(ctx.clock.now().getTime() + spent.msBeforeNext).toISOString()
    throw refuse('rate_limited', { retryAt })
  }
}

/** The try was the owner's: what was counted so far says nothing. */
export async function forgetTries(ctx: Context, act: Act, email: string): Promise<void> {
  await limits(ctx)[act].delete(email)
}
