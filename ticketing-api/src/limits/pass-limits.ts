import { setTimeout } from 'node:timers/promises'
import type { RefusalCode } from '@event-sphere/contract/refusals'
import { gather } from '@event-sphere/kit/gather'
import { Refusal } from '@event-sphere/kit/refusal'
import type { Context } from '../context.ts'
import { onePerDatabase } from '../one-per-database.ts'
import { type LimitName, limitOf } from './allowances.ts'
import {
  confirmPasses,
  type Decision,
  decidePasses,
  namesOf,
  type Pass,
  returnPasses,
  withdrawPasses,
} from './rules.ts'
import { countHeldSeats, type HeldSeats, lockCounters, saveCounters } from './store.ts'
import { tellOfUsedUp } from './tell-of-used-up.ts'

/** An act that came upon its limit, and was not begun. */
export class PassRefused extends Refusal<RefusalCode> {}

type LimitsContext = Pick<Context, 'database' | 'clock' | 'log'>
/** `doubt` is a pass of an act that may come to nothing; `confirm` or `withdraw` ends it. */
type Ask = { passes: readonly Pass[]; kind: 'pass' | 'doubt' | 'return' | 'confirm' | 'withdraw' }
type Answer = Decision | { ok: false; limit: LimitName; retryAt: Date | undefined; isSure: boolean }
type Used = Partial<Record<LimitName, number>>

const mostTogether = 200

const doors = onePerDatabase((ctx: LimitsContext) =>
  gather((asks: readonly Ask[]) => serve(ctx, asks), mostTogether),
)

/**
 * Counts an act against all of its limits, or against none. The same in every process: the counters are rows.
 * @returns how much of each was used before
 * @throws rate_limited, or what the limit says instead, with when to try again
 */
export async function passLimits(ctx: LimitsContext, passes: readonly Pass[]): Promise<Used> {
  if (passes.length === 0) return {}
  const decision = await doors(ctx)({ passes, kind: 'pass' })
  if (decision.ok) return decision.usedBefore
  throw refusalOf(decision)
}

/** Gives back what an act used that came to nothing. */
export async function returnToLimits(ctx: LimitsContext, passes: readonly Pass[]): Promise<void> {
  if (passes.length > 0) await doors(ctx)({ passes, kind: 'return' })
}

/** Within what the site waits for an answer. */
const longestWaitMs = 4500
/** Each look writes: who waits long looks ever less often, or a few hundred waiting keep the database busy. */
const lookAgainAfterMs = { first: 40, most: 250 }

/**
 * Counts an act of which nobody knows yet whether it counts: a code that may be right, a prompt that may ring nowhere.
 * At most as many are under way as the limit has left, so that wrong ones made all at once are no more than wrong ones
 * made in turn. If acts under way take up all that is left, this one waits until they have ended; only what really counts
 * refuses. How it ended is said with `endDoubt`.
 * @throws as `passLimits`; rate_limited, to be tried soon, if those under way do not end
 */
export async function passInDoubt(ctx: LimitsContext, passes: readonly Pass[]): Promise<Used> {
  if (passes.length === 0) return {}
  const waitsUntil = performance.now() + longestWaitMs
  for (let pauseMs = lookAgainAfterMs.first; ; pauseMs = Math.min(2 * pauseMs, lookAgainAfterMs.most)) {
    const decision = await doors(ctx)({ passes, kind: 'doubt' })
    if (decision.ok) return decision.usedBefore
    if (decision.isSure) throw refusalOf(decision)
    if (performance.now() >= waitsUntil) throw refusedForNow(ctx)
    await setTimeout(pauseMs)
  }
}

/** An act that was in doubt counts, or came to nothing. */
export async function endDoubt(ctx: LimitsContext, passes: readonly Pass[], counts: boolean): Promise<void> {
  if (passes.length > 0) await doors(ctx)({ passes, kind: counts ? 'confirm' : 'withdraw' })
}

function refusalOf({ limit, retryAt }: Extract<Answer, { ok: false }>): PassRefused {
  return new PassRefused(limitOf(limit).refusal ?? 'rate_limited', {
    ...(retryAt && { retryAt: retryAt.toISOString() }),
  })
}

const refusedForNow = ({ clock }: LimitsContext) =>
  new PassRefused('rate_limited', { retryAt: new Date(clock.now().getTime() + longestWaitMs).toISOString() })

/** The counters are locked first and seats counted after, so that whoever was before us is in one or the other. */
async function serve({ database, clock, log }: LimitsContext, asks: readonly Ask[]): Promise<Answer[]> {
  const passes = asks.flatMap((ask) => ask.passes)
  const mailboxes = asks
    .filter(({ kind }) => kind === 'pass')
    .flatMap((ask) => ask.passes.filter(isSeats).map(({ of }) => of))
  return database.transaction(async (tx) => {
    const now = clock.now()
    const counters = await lockCounters(tx, [...new Set(passes.flatMap(namesOf))], now)
    const held = new Map<string, HeldSeats>()
    if (mailboxes.length > 0)
      for (const one of await countHeldSeats(tx, mailboxes, now)) held.set(one.email, one)
    const already = (pass: Pass) => (isSeats(pass) ? (held.get(pass.of)?.seats ?? 0) : 0)
    const answers = asks.map(({ passes: own, kind }): Answer => {
      if (kind !== 'pass' && kind !== 'doubt') {
        ends[kind](own, counters, now)
        return { ok: true, usedBefore: {} }
      }
      const decision = decidePasses(own, { counters, now, already, isInDoubt: kind === 'doubt' })
      if (decision.ok || decision.limit !== 'seats.mailbox') return decision
      const mailbox = own.find(isSeats)?.of ?? ''
      const has = held.get(mailbox)
      // Time gives nothing back to whoever owns that much: they prove the mailbox.
      return { ...decision, retryAt: has?.firstEndsAt ?? (has ? undefined : decision.retryAt) }
    })
    await saveCounters(tx, counters)
    const usedUp = asks.flatMap(({ passes: own }, at) => {
      const answer = answers[at]
      return own.filter(({ limit }) => answer && !answer.ok && answer.isSure && answer.limit === limit)
    })
    await tellOfUsedUp(log, tx, usedUp)
    return answers
  })
}

const ends = { return: returnPasses, confirm: confirmPasses, withdraw: withdrawPasses }

const isSeats = (pass: Pass) => pass.limit === 'seats.mailbox'
