import type { RefusalCode } from '@event-sphere/contract/refusals'
import { Refusal } from '@event-sphere/kit/refusal'
import type { Context } from '../context.ts'
import { onePerDatabase } from '../one-per-database.ts'
import {
  type Decision,
  decidePasses,
  type LimitName,
  limitOf,
  namesOf,
  type Pass,
  returnPasses,
} from './rules.ts'
import { serveInGroups } from './serve-in-groups.ts'
import { countHeldSeats, type HeldSeats, lockCounters, saveCounters } from './store.ts'
import { tellOfUsedUp } from './tell-of-used-up.ts'

/** An act that came upon its limit, and was not begun. */
export class PassRefused extends Refusal<RefusalCode> {}

type LimitsContext = Pick<Context, 'database' | 'clock' | 'log'>
type Ask = { passes: readonly Pass[]; isReturn: boolean }
type Answer = Decision | { ok: false; limit: LimitName; retryAt: Date | undefined }

const doors = onePerDatabase((ctx: LimitsContext) =>
  serveInGroups((asks: readonly Ask[]) => serve(ctx, asks)),
)

/**
 * Counts an act against all of its limits, or against none. The same in every process: the counters are rows.
 * @returns how much of each was used before
 * @throws rate_limited, or what the limit says instead, with when to try again
 */
export async function passLimits(
  ctx: LimitsContext,
  passes: readonly Pass[],
): Promise<Partial<Record<LimitName, number>>> {
  if (passes.length === 0) return {}
  const decision = await doors(ctx)({ passes, isReturn: false })
  if (decision.ok) return decision.usedBefore
  const retryAt = decision.retryAt?.toISOString()
  throw new PassRefused(limitOf(decision.limit).refusal ?? 'rate_limited', { ...(retryAt && { retryAt }) })
}

/** Gives back what an act used that came to nothing. */
export async function returnToLimits(ctx: LimitsContext, passes: readonly Pass[]): Promise<void> {
  if (passes.length > 0) await doors(ctx)({ passes, isReturn: true })
}

/** The counters are locked first and seats counted after, so that whoever was before us is in one or the other. */
async function serve({ database, clock, log }: LimitsContext, asks: readonly Ask[]): Promise<Answer[]> {
  const passes = asks.flatMap((ask) => ask.passes)
  const mailboxes = asks
    .filter((ask) => !ask.isReturn)
    .flatMap((ask) => ask.passes.filter(isSeats).map(({ of }) => of))
  return database.transaction(async (tx) => {
    const now = clock.now()
    const counters = await lockCounters(tx, [...new Set(passes.flatMap(namesOf))], now)
    const held = new Map<string, HeldSeats>()
    if (mailboxes.length > 0)
      for (const one of await countHeldSeats(tx, mailboxes, now)) held.set(one.email, one)
    const already = (pass: Pass) => (isSeats(pass) ? (held.get(pass.of)?.seats ?? 0) : 0)
    const answers = asks.map(({ passes: own, isReturn }): Answer => {
      if (isReturn) {
        returnPasses(own, counters, now)
        return { ok: true, usedBefore: {} }
      }
      const decision = decidePasses(own, { counters, now, already })
      if (decision.ok || decision.limit !== 'seats.mailbox') return decision
      const mailbox = own.find(isSeats)?.of ?? ''
      const has = held.get(mailbox)
      // Time gives nothing back to whoever owns that much: they prove the mailbox.
      return { ...decision, retryAt: has?.firstEndsAt ?? (has ? undefined : decision.retryAt) }
    })
    await saveCounters(tx, counters)
    const usedUp = asks.flatMap(({ passes: own }, at) => {
      const answer = answers[at]
      return own.filter(({ limit }) => answer && !answer.ok && answer.limit === limit)
    })
    await tellOfUsedUp(log, tx, usedUp)
    return answers
  })
}

const isSeats = (pass: Pass) => pass.limit === 'seats.mailbox'
