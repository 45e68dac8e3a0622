import type { PaymentId } from '@event-sphere/contract/values/ids'
import type { Tx } from '@event-sphere/kit/database/database'
import type { Context } from '../context.ts'
import { tellOfPayments } from '../happenings/tell-of-payments.ts'
import { announceFailed } from './announce-failed.ts'
import { announcePaid } from './announce-paid.ts'
import { type Judgement, judgeOutcome, type Outcome, type Verdict } from './judge-outcome.ts'
import type { LockedAttempt } from './lock-attempts.ts'
import type { FailedAttempt } from './move-store.ts'
import { addReceipts, markFailed, markPaid, noteResults } from './outcome-store.ts'
import { raiseAboutPayment } from './raise-about-payment.ts'
import { settleUndecided } from './settle-undecided.ts'
import { takeMoney } from './take-money.ts'

export interface Settling extends LockedAttempt {
  outcome: Outcome
}

/**
 * The only door from unpaid to paid: callback, query and whatever comes later all end here. It may be told the
 * same thing any number of times, in any order.
 * @param settlings locked by the caller, one a purchase, in the order in which they were heard of
 * @returns what became of each payment
 */
export async function settlePayments(
  ctx: Context,
  tx: Tx,
  settlings: readonly Settling[],
): Promise<ReadonlyMap<PaymentId, Verdict>> {
  const judged = settlings.map((one) => ({ ...one, ...judgeOutcome(one.payment, one.outcome) }))
  const moved = await move(tx, judged)
  // The row decides: if somebody has moved it since it was read, its money is counted already.
  const settled = judged.map((one) =>
    one.verdict === 'paid' && !moved.has(one.payment.id) ? { ...one, verdict: 'known' as const } : one,
  )
  await takeMoney(ctx, tx, settled.flatMap(takingOf))
  for (const one of settled) await tellAPerson(ctx, tx, one)
  const news = settled.filter(({ verdict }) => verdict !== 'known')
  for (const { payment, verdict } of news)
    if (payment.status === 'expired' && verdict !== 'noted') await settleUndecided(tx, payment.id, verdict)
  await tell(ctx, tx, news)
  return new Map(settled.map(({ payment, verdict }) => [payment.id, verdict]))
}

type Judged = Settling & Judgement
type Settled = Judged | (Settling & { verdict: 'known' })

/** Money that came and prompts that failed have happened; what is merely noted is news only for those who wait. */
async function tell(ctx: Context, tx: Tx, news: readonly Settled[]): Promise<void> {
  const others = news.filter(({ verdict }) => verdict !== 'paid' && verdict !== 'failed')
  await Promise.all([
    announcePaid(
      ctx,
      tx,
      news.flatMap((one) => (one.verdict === 'paid' ? one : [])),
    ),
    announceFailed(ctx, tx, news.flatMap(failedOf)),
    tellOfPayments(
      tx,
      others.map(({ payment }) => payment.id),
    ),
  ])
}

function failedOf({ verdict, payment, purchase, outcome }: Settled): FailedAttempt[] {
  if (verdict !== 'failed') return []
  const { eventId, organizationId } = purchase
  return [{ ...payment, eventId, organizationId, resultCode: outcome.resultCode }]
}

/** @returns which became paid just now */
async function move(tx: Tx, judged: readonly Judged[]): Promise<ReadonlySet<PaymentId>> {
  const said = (which: Verdict) =>
    judged.flatMap(({ verdict, payment: { id }, outcome }) => (verdict === which ? { id, ...outcome } : []))
  const [moved] = await Promise.all([
    markPaid(
      tx,
      judged.flatMap((one) =>
        one.verdict === 'paid'
          ? {
              ...one.outcome,
              receipt: one.outcome.receipt ?? null,
              id: one.payment.id,
              cents: one.cents,
              isSurprise: one.isSurprise,
            }
          : [],
      ),
    ),
    addReceipts(
      tx,
      judged.flatMap((one) => (one.verdict === 'receipt_added' ? { ...one, id: one.payment.id } : [])),
    ),
    markFailed(tx, said('failed')),
    noteResults(tx, said('noted')),
  ])
  return moved
}

/** Money that has come in with it, if any. */
function takingOf(one: Settled) {
  const { purchase, payment, outcome } = one
  const taking = { purchase, paymentId: payment.id, receipt: outcome.receipt ?? null }
  if (one.verdict === 'paid') return { ...taking, cents: one.cents }
  return one.verdict === 'receipt_added' && one.moreCents > 0 ? { ...taking, cents: one.moreCents } : []
}

async function tellAPerson(ctx: Context, tx: Tx, one: Settled): Promise<void> {
  if (one.verdict === 'contradiction') await raiseAboutPayment(ctx, tx, 'payment_contradiction', one)
  if (one.verdict === 'receipt_added' && one.isShort) await raiseAboutPayment(ctx, tx, 'payment_short', one)
  if (one.verdict === 'paid' && one.cents !== one.payment.amountCents)
    ctx.log.warn({ paymentId: one.payment.id }, 'paid amount differs from the requested amount')
}
