import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { readNow } from '@event-sphere/kit/clock'
import { inOrganization } from '../../call/scope.ts'
import type { Context } from '../../context.ts'
import { askSafaricom } from './ask-safaricom.ts'
import { claimDuePayments, type DuePayment } from './due-store.ts'
import { findPause } from './pause-store.ts'

/** Questions under way at once. At Safaricom's usual 0.3 s they are 80 a second: 6,000 prompts well within two minutes. */
const mostAtOnce = 24
/** A claim is a transaction, so a few are claimed together. */
const leastToClaim = 8
/** A round claims no more after this; the next one follows within two seconds. */
const longestRoundMilliseconds = 20_000
const lookAgainMilliseconds = 500

/**
 * Asks about every prompt whose time has come, since its callback may be lost: a pool that is filled up as questions
 * are answered, so that a slow answer holds nobody else up.
 */
export async function askAboutDue(ctx: Context): Promise<void> {
  const endsAt = performance.now() + longestRoundMilliseconds
  const underway = new Set<Promise<void>>()
  try {
    while (performance.now() < endsAt) {
      const due = await claim(ctx, mostAtOnce - underway.size)
      for (const payment of due) {
        const question = ask(ctx, payment).finally(() => underway.delete(question))
        underway.add(question)
      }
      if (underway.size === 0) return
      if (due.length === 0 || mostAtOnce - underway.size < leastToClaim) await oneOf(underway)
    }
  } finally {
    // However it ends: the next round's questions would be more than may be under way at once.
    await Promise.all(underway)
  }
}

async function claim(ctx: Context, most: number): Promise<DuePayment[]> {
  if (most < leastToClaim) return []
  return ctx.database.transaction(async (tx) => {
    const now = await readNow(tx)
    return (await findPause(tx, 'questions', now)) ? [] : claimDuePayments(tx, { now, most })
  })
}

async function ask(ctx: Context, payment: DuePayment): Promise<void> {
  try {
    await inOrganization(payment.organizationId, () => askSafaricom(ctx, payment))
  } catch (fault) {
    ctx.log.error({ paymentId: payment.id, err: fault }, 'asking about a payment failed; it is asked again')
  }
}

/** Waits until a question is answered, or for a moment in which others may have come due. */
async function oneOf(underway: ReadonlySet<Promise<void>>): Promise<void> {
  const moment = new AbortController()
  const pause = sleep(lookAgainMilliseconds, undefined, { signal: moment.signal }).catch(() => undefined)
  await Promise.race([...underway, pause])
  moment.abort()
}
