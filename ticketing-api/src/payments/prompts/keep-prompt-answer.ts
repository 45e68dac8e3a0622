import type { PaymentId } from '@event-sphere/contract/values/ids'
import { readNow } from '@event-sphere/kit/clock'
import type { Tx } from '@event-sphere/kit/database/database'
import type { Context } from '../../context.ts'
import type { PromptAnswer } from '../../gateways/mpesa/mpesa-gateway.ts'
import { busySubscriber } from '../../gateways/mpesa/prompt-answer.ts'
import { tellOfPayments } from '../../happenings/tell-of-payments.ts'
import { announceFailed } from '../announce-failed.ts'
import { listUnjudgedOf } from '../callbacks/store.ts'
import { type FailedAttempt, markAnswered, markPrompted, markTurnedAway } from '../move-store.ts'
import { after } from '../rules.ts'
import { findPause, pause } from './pause-store.ts'
import { firstQueryAt } from './query-times.ts'
import { isPersonsMatter } from './turned-away.ts'

/** Writes down what became of the request; callbacks that overtook it can be judged now. */
export async function keepPromptAnswer(ctx: Context, id: PaymentId, answer: PromptAnswer): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    const failed = await move(tx, id, answer)
    const waiting = await listUnjudgedOf(tx, id)
    const jobs = waiting.map((callbackId) => ({ callbackId }))
    await ctx.jobs.enqueue(tx, 'payments.judge-callback', jobs)
    if (failed) await announceFailed(ctx, tx, [failed])
    else await tellOfPayments(tx, [id])
  })
  if (answer.kind === 'refused' && !answer.isBusy && !isPersonsMatter(answer.code))
    ctx.log.error({ paymentId: id, code: answer.code }, 'M-Pesa refuses our prompts: look at the settings')
  if (answer.kind === 'unknown')
    ctx.log.warn({ paymentId: id, because: answer.text }, 'a prompt may be on its way')
}

/** @returns the attempt, if it has failed by this */
async function move(tx: Tx, id: PaymentId, answer: PromptAnswer): Promise<FailedAttempt | undefined> {
  switch (answer.kind) {
    case 'accepted': {
      const { merchantRequestId, checkoutRequestId } = answer
      const nextQueryAt = firstQueryAt(await readNow(tx))
      await markPrompted(tx, id, { merchantRequestId, checkoutRequestId, nextQueryAt })
      return undefined
    }
    case 'refused':
      return turnAway(tx, id, answer)
    case 'unknown':
      await markAnswered(tx, id)
      return undefined
    default:
      return answer satisfies never
  }
}

const trySoonSeconds = 60

/** What is too much for Safaricom stops everybody's prompts for a while; the rest, this attempt alone. */
async function turnAway(
  tx: Tx,
  id: PaymentId,
  { code, text, isThrottled }: Extract<PromptAnswer, { kind: 'refused' }>,
): Promise<FailedAttempt | undefined> {
  const now = await readNow(tx)
  if (isThrottled) await pause(tx, ['prompts', 'questions'], now)
  const pausedUntil = isThrottled ? await findPause(tx, 'prompts', now) : undefined
  const resultCode = code === busySubscriber ? code : null
  const retryAt = isPersonsMatter(code) ? null : (pausedUntil ?? after(now, trySoonSeconds))
  return markTurnedAway(tx, id, { resultCode, because: code, text, retryAt })
}
