import type { PaymentId } from '@event-sphere/contract/values/ids'
import { type Cents, toCents } from '@event-sphere/contract/values/money'
import type { Tx } from '@event-sphere/kit/database/database'
import type { Context } from '../context.ts'
import { completePurchase } from '../purchases/complete-purchase.ts'
import { creditPurchase } from '../purchases/credit-purchase.ts'
import { type LockedPurchase, lockPurchase } from '../purchases/lock-purchase.ts'
import { judgeOutcome, type Outcome, type Verdict } from './judge-outcome.ts'
import { addReceipt, announcePayment, markFailed, markPaid, noteResult } from './moves.ts'
import type { PaymentRow } from './payment-row.ts'
import { isPaidInFull, owedCents } from './rules.ts'
import { findPayment, lockPayment } from './store.ts'

/**
 * The only door from unpaid to paid: callback, query and whatever comes later all end here. It may be told the
 * same thing any number of times, in any order.
 */
export async function settlePayment(ctx: Context, tx: Tx, id: PaymentId, outcome: Outcome): Promise<Verdict> {
  const { payment, purchase } = await lockBoth(tx, id)
  const judged = judgeOutcome(payment, outcome)
  switch (judged.verdict) {
    case 'paid':
      await markPaid(tx, id, { ...outcome, ...judged, receipt: outcome.receipt ?? null })
      await takeMoney(ctx, tx, purchase, judged.cents)
      if (judged.cents !== payment.amountCents)
        ctx.log.error({ paymentId: id }, 'another amount came in than was asked for: look at this payment')
      break
    case 'receipt_added':
      await addReceipt(tx, id, judged)
      if (judged.moreCents > 0) await takeMoney(ctx, tx, purchase, judged.moreCents)
      if (judged.isShort)
        ctx.log.error({ paymentId: id }, 'less came in than was believed: look at this payment')
      break
    case 'failed':
      await markFailed(tx, id, outcome)
      break
    case 'noted':
      await noteResult(tx, id, outcome)
      break
    case 'contradiction':
      ctx.log.error({ paymentId: id, code: outcome.resultCode }, 'Safaricom contradicts a settled payment')
      break
    case 'known':
      break
    default:
      judged satisfies never
  }
  if (judged.verdict !== 'known') await announcePayment(tx, id)
  return judged.verdict
}

/** The purchase first, then the payment: the order in which everybody locks. */
async function lockBoth(tx: Tx, id: PaymentId): Promise<{ payment: PaymentRow; purchase: LockedPurchase }> {
  const found = await findPayment(tx, id)
  const purchase = found && (await lockPurchase(tx, found.purchaseId))
  const payment = purchase && (await lockPayment(tx, id))
  if (!payment) throw new Error('Only a payment that is there can be settled.')
  return { payment, purchase }
}

/** Every shilling has a home: tickets, or money that is owed back. */
async function takeMoney(ctx: Context, tx: Tx, before: LockedPurchase, cents: Cents): Promise<void> {
  await creditPurchase(tx, before.id, cents)
  const purchase = { ...before, paidCents: toCents(before.paidCents + cents) }
  const status = isPaidInFull(purchase) ? await completePurchase(ctx, tx, purchase.id) : purchase.status
  if (owedCents({ ...purchase, status }) === 0) return
  ctx.log.warn({ purchaseId: purchase.id }, 'money is owed back')
  const readers = ['buyer', 'organiser'] as const
  await ctx.jobs.enqueue(
    tx,
    'payments.owed-back-mail',
    readers.map((reader) => ({ purchaseId: purchase.id, reader })),
  )
}
