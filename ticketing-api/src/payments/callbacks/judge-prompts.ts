import { readNow } from '@event-sphere/kit/clock'
import type { Tx } from '@event-sphere/kit/database/database'
import type { Context } from '../../context.ts'
import { readStkCallback } from '../../gateways/mpesa/stk-callback.ts'
import { type LockedAttempt, lockAttempts } from '../lock-attempts.ts'
import { adoptIds, closeBy } from '../move-store.ts'
import { after, lockSeconds } from '../rules.ts'
import { settlePayments } from '../settle-payments.ts'
import { type KnownAttempt, listKnownAttempts } from '../store.ts'
import { type CallbackCheck, checkCallback } from './check-callback.ts'
import { rejectCallbacks } from './reject-callbacks.ts'
import { type KeptCallback, markJudged } from './store.ts'

/**
 * Judges callbacks of prompts, all in this transaction. One a purchase, so that nobody's money is counted
 * on what another callback of the group has just changed.
 * @returns those that stand behind another of the same purchase: they are for the next group
 */
export async function judgePrompts(
  ctx: Context,
  tx: Tx,
  callbacks: readonly KeptCallback[],
): Promise<string[]> {
  const { first, behind } = await oneAPurchase(tx, callbacks)
  if (first.length === 0) return []
  const locked = await lockAttempts(
    tx,
    first.map(({ known }) => known),
  )
  const now = await readNow(tx)
  const judged = first.map(({ callback, known }) => judge(ctx, { callback, attempt: locked(known.id), now }))
  await rejectCallbacks(
    ctx,
    tx,
    judged.filter((one) => one.kind === 'rejected'),
  )
  await believe(
    ctx,
    tx,
    judged.filter((one) => one.kind === 'believed'),
  )
  return behind
}

interface Addressed {
  callback: KeptCallback
  known: KnownAttempt
}

/** What has no attempt is left as it is. */
async function oneAPurchase(
  tx: Tx,
  callbacks: readonly KeptCallback[],
): Promise<{ first: Addressed[]; behind: string[] }> {
  const attempts = await listKnownAttempts(
    tx,
    callbacks.map(({ subjectId }) => subjectId),
  )
  const [first, behind] = [new Map<string, Addressed>(), [] as string[]]
  for (const callback of callbacks) {
    const known = attempts.get(callback.subjectId)
    if (known && first.has(known.purchaseId)) behind.push(callback.id)
    else if (known) first.set(known.purchaseId, { callback, known })
  }
  return { first: [...first.values()], behind }
}

interface Read {
  callback: KeptCallback
  attempt: LockedAttempt
  now: Date
}

function judge(ctx: Context, { callback, attempt, now }: Read): Read & CallbackCheck {
  const judged = checkCallback({
    attempt: attempt.payment,
    said: readStkCallback(callback.body),
    shortcode: callback.shortcode,
    ownShortcode: ctx.config.mpesa.shortcode,
    now,
  })
  return { callback, attempt, now, ...judged }
}

type Believed = Read & Extract<CallbackCheck, { kind: 'believed' }>

async function believe(ctx: Context, tx: Tx, believed: readonly Believed[]): Promise<void> {
  const [one] = believed
  if (!one) return
  const lost = believed.filter(({ isLost }) => isLost)
  const inFlight = believed.filter(({ outcome }) => outcome.kind === 'in_flight')
  await adoptIds(
    tx,
    lost.map(({ attempt, said }) => ({ ...said, id: attempt.payment.id })),
  )
  await closeBy(
    tx,
    inFlight.map(({ attempt }) => attempt.payment.id),
    after(one.now, lockSeconds),
  )
  const verdicts = await settlePayments(
    ctx,
    tx,
    believed.map(({ attempt, outcome }) => ({ ...attempt, outcome })),
  )
  await markJudged(
    tx,
    believed.flatMap(({ callback, attempt }) => {
      const verdict = verdicts.get(attempt.payment.id)
      return verdict ? { id: callback.id, verdict } : []
    }),
  )
}
