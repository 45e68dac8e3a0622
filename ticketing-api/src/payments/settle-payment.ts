import type { PaymentId } from '@event-sphere/contract/values/ids'
import { type Cents, toCents } from '@event-sphere/contract/values/money'
import type { Tx } from '@event-sphere/kit/database/database'
import type { Context } from '../context.ts'
import { completePurchase } from '../purchases/complete-purchase.ts'
import { creditPurchase } from '../purchases/credit-purchase.ts'
import { type LockedPurchase, lockPurchase } from '../purchases/lock-purchase.ts'
import { owedCents } from '../purchases/owed-cents.ts'
import { tellOfOwedMoney } from '../purchases/tell-of-owed-money.ts'
import { judgeOutcome, type Outcome, type Verdict } from './judge-outcome.ts'
import { addReceipt, announcePayment, markFailed, markPaid, noteResult } from './moves.ts'
import type { PaymentRow } from './payment-row.ts'
import { raiseAboutPayment, settleUndecided } from './raise-about-payment.ts'
import { isPaidInFull } from './rules.ts'
import { findPayment, lockPayment } from './store.ts'

/**
 * The only door from unpaid to paid: callback, query and whatever comes later all end here. It may be told the
 * same thing any number of times, in any order.
 */
export async function settlePayment(ctx: Context, tx: Tx, id: PaymentId, outcome: Outcome): Promise<Verdict> {
  const { payment, purchase } = await lockBoth(tx, id)
  const verdict = await act(ctx, tx, { payment, purchase, outcome })
  if (verdict === 'known') return verdict
  if (payment.status === 'expired' && verdict !== 'noted') await settleUndecided(tx, id, verdict)
  await announcePayment(tx, id)
  return verdict
}

interface Settled {
  payment: PaymentRow
  purchase: LockedPurchase
  outcome: Outcome
}

async function act(ctx: Context, tx: Tx, { payment, purchase, outcome }: Settled): Promise<Verdict> {
  const judged = judgeOutcome(payment, outcome)
  const { id } = payment
  const look = { payment, purchase, outcome }
  switch (judged.verdict) {
    case 'paid':
      // The row decides: if somebody has moved it since it was read, its money is counted already.
      if (!(await markPaid(tx, id, { ...outcome, ...judged, receipt: outcome.receipt ?? null })))
        return 'known'
      await takeMoney(ctx, tx, purchase, judged.cents)
      if (judged.cents !== payment.amountCents)
        ctx.log.warn({ paymentId: id }, 'M-Pesa moved another amount than was asked for')
      break
    case 'receipt_added':
      await addReceipt(tx, id, judged)
      if (judged.moreCents > 0) await takeMoney(ctx, tx, purchase, judged.moreCents)
      if (judged.isShort) await raiseAboutPayment(ctx, tx, 'payment_short', look)
      break
    case 'failed':
      await markFailed(tx, id, outcome)
      break
    case 'noted':
      await noteResult(tx, id, outcome)
      break
    case 'contradiction':
      await raiseAboutPayment(ctx, tx, 'payment_contradiction', look)
      break
    case 'known':
      break
    default:
      judged satisfies never
  }
  return judged.verdict
}

/** The purchase first, then the payment: the order in which everybody locks. */
async function lockBoth(tx: Tx, id: PaymentId): Promise<{ payment: PaymentRow; purchase: LockedPurchase }> {
  const found = await findPayment(tx, id)
  const purchase = found && (await lockPurchase(tx, found.purchaseId))
  const payment = purchase && (await lockPayment(tx, id))
  if (!payment) throw new Error(`payment ${id} not found while settling`)
  return { payment, purchase }
}

/** Every shilling has a home: tickets, or money that is owed back. */
async function takeMoney(ctx: Context, tx: Tx, before: LockedPurchase, cents: Cents): Promise<void> {
  await creditPurchase(tx, before.id, cents)
  const purchase = { ...before, paidCents: toCents(before.paidCents + cents) }
  const status = isPaidInFull(purchase) ? await completePurchase(ctx, tx, purchase.id) : purchase.status
  if (owedCents({ ...purchase, status }) > 0) await tellOfOwedMoney(ctx, tx, purchase)
}
