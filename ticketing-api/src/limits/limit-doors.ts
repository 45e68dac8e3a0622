import type { Tx } from '@event-sphere/kit/database/database'
import { gather } from '@event-sphere/kit/gather'
import { acrossOrganizations } from '../call/scope.ts'
import type { Context } from '../context.ts'
import { onePerDatabase } from '../one-per-database.ts'
import type { LimitName } from './allowances.ts'
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

export type LimitsContext = Pick<Context, 'database' | 'clock' | 'log'>
/** `doubt` is a pass of an act that may come to nothing; `confirm` or `withdraw` ends it. */
type Ask = { passes: readonly Pass[]; kind: 'pass' | 'doubt' | 'return' | 'confirm' | 'withdraw' }
export type Answer = Decision | { ok: false; limit: LimitName; retryAt: Date | undefined; isSure: boolean }
export type Used = Partial<Record<LimitName, number>>

const mostTogether = 200

/** Batches concurrent requests; one batcher per database. */
export const limitDoors = onePerDatabase((ctx: LimitsContext) =>
  gather((asks: readonly Ask[]) => serve(ctx, asks), mostTogether),
)

/** Counters are locked before seats are counted, so an earlier act shows up in one or the other. */
async function serve({ database, clock, log }: LimitsContext, asks: readonly Ask[]): Promise<Answer[]> {
  const passes = asks.flatMap((ask) => ask.passes)
  const mailboxes = asks
    .filter(({ kind }) => kind === 'pass')
    .flatMap((ask) => ask.passes.filter(isSeats).map(({ of }) => of))
  // A limit is the installation's: a person, a phone and a network are what they are at every organization.
  const count = async (tx: Tx) => {
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
      // Waiting does not help a buyer who owns this many; they must verify the address.
      return { ...decision, retryAt: has?.firstEndsAt ?? (has ? undefined : decision.retryAt) }
    })
    await saveCounters(tx, counters)
    const usedUp = asks.flatMap(({ passes: own }, at) => {
      const answer = answers[at]
      return own.filter(({ limit }) => answer && !answer.ok && answer.isSure && answer.limit === limit)
    })
    await tellOfUsedUp(log, tx, usedUp)
    return answers
  }
  return acrossOrganizations(() => database.transaction(count))
}

const ends = { return: returnPasses, confirm: confirmPasses, withdraw: withdrawPasses }

const isSeats = (pass: Pass) => pass.limit === 'seats.mailbox'
