import { readNow } from '@event-sphere/kit/clock'
import type { Tx } from '@event-sphere/kit/database/database'
import { violatedConstraint } from '@event-sphere/kit/database/retry'
import type { Context } from '../context.ts'
import { readStkCallback } from '../gateways/mpesa/stk-callback.ts'
import { lockPurchase } from '../purchases/lock-purchase.ts'
import { type LetterVerdict, lockUnjudged, markJudged } from './inbox.ts'
import { judgeLetter } from './judge-letter.ts'
import { adoptIds, askSoon, closeBy } from './moves.ts'
import type { PaymentRow } from './payment-row.ts'
import { raiseAboutPayment } from './raise-about-payment.ts'
import { after, lockSeconds } from './rules.ts'
import { settlePayment } from './settle-payment.ts'
import { findPaymentOfToken } from './store.ts'

/** What the unique indexes say when a callback claims what belongs to another payment. */
const walls: Record<string, LetterVerdict> = {
  payments_receipt_key: 'receipt_taken',
  payments_checkout_request_id_key: 'wrong_ids',
}

/** Judges one callback, once; a letter that came too early stays unjudged until our own answer is here. */
export async function judgeCallback(ctx: Context, { callbackId }: { callbackId: string }): Promise<void> {
  try {
    await ctx.database.transaction((tx) => judge(ctx, tx, callbackId))
  } catch (fault) {
    const verdict = walls[violatedConstraint(fault) ?? '']
    if (!verdict) throw fault
    await ctx.database.transaction((tx) => turnDown(ctx, tx, callbackId, verdict))
  }
}

async function judge(ctx: Context, tx: Tx, callbackId: string): Promise<void> {
  const letter = await lockUnjudged(tx, callbackId)
  const attempt = letter && (await findPaymentOfToken(tx, letter.tokenHash))
  if (!attempt) return
  const said = readStkCallback(letter.body)
  const ownShortcode = ctx.config.mpesa.shortcode
  const judged = judgeLetter({
    attempt,
    said,
    shortcode: letter.shortcode,
    ownShortcode,
    now: await readNow(tx),
  })
  switch (judged.kind) {
    case 'parked':
      return
    case 'rejected':
      return reject(ctx, tx, { callbackId, attempt, ...judged })
    case 'believed':
      await lockPurchase(tx, attempt.purchaseId)
      if (judged.isLost) await adoptIds(tx, attempt.id, judged.said)
      if (judged.outcome.kind === 'in_flight')
        await closeBy(tx, attempt.id, after(await readNow(tx), lockSeconds))
      return markJudged(tx, callbackId, await settlePayment(ctx, tx, attempt.id, judged.outcome))
    default:
      return judged satisfies never
  }
}

/** The letter is not believed; where it may be about this prompt all the same, Safaricom is asked. */
async function reject(
  ctx: Context,
  tx: Tx,
  {
    callbackId,
    attempt,
    because,
    isWorthAsking,
  }: { callbackId: string; attempt: PaymentRow; because: LetterVerdict; isWorthAsking: boolean },
): Promise<void> {
  await markJudged(tx, callbackId, because)
  if (isWorthAsking) await askSoon(tx, attempt.id, await readNow(tx))
  ctx.log.warn({ callbackId, paymentId: attempt.id, because }, 'a callback is not believed')
}

async function turnDown(ctx: Context, tx: Tx, callbackId: string, because: LetterVerdict): Promise<void> {
  const letter = await lockUnjudged(tx, callbackId)
  const attempt = letter && (await findPaymentOfToken(tx, letter.tokenHash))
  if (!attempt) return
  await reject(ctx, tx, { callbackId, attempt, because, isWorthAsking: true })
  if (because !== 'receipt_taken') return
  const purchase = await lockPurchase(tx, attempt.purchaseId)
  const { receipt, resultCode } = readStkCallback(letter.body) ?? {}
  const outcome = { ...(receipt && { receipt }), ...(resultCode && { resultCode }) }
  if (purchase) await raiseAboutPayment(ctx, tx, because, { payment: attempt, purchase, outcome })
}
