import { readNow } from '@event-sphere/kit/clock'
import type { Tx } from '@event-sphere/kit/database/database'
import type { Context } from '../../context.ts'
import type { QueryAnswer } from '../../gateways/mpesa/mpesa-gateway.ts'
import { kindOfResult } from '../../gateways/mpesa/result-codes.ts'
import { tellOfPayments } from '../../happenings/tell-of-payments.ts'
import type { Verdict } from '../judge-outcome.ts'
import { askNext, askSoon, expireIfOver } from '../move-store.ts'
import { after } from '../rules.ts'
import { settlePayment } from '../settle-payment.ts'
import type { AskedPayment } from './due-store.ts'
import { pause } from './pause-store.ts'

/** Asks how a prompt went and acts on the answer; without one, an attempt whose time is over makes room for another. */
export async function askSafaricom(ctx: Context, due: AskedPayment): Promise<void> {
  const { id, checkoutRequestId, openUntil } = due
  const answer = await ask(ctx, checkoutRequestId)
  if (answer.kind === 'no_answer' && !answer.isThrottled && ctx.clock.now() < openUntil) return
  await ctx.database.transaction(async (tx) => {
    if (answer.kind === 'result') {
      const { resultCode, resultText } = answer
      const outcome = { kind: kindOfResult(resultCode), resultCode, resultText }
      await askOnceMore(tx, id, await settlePayment(ctx, tx, id, outcome))
    }
    const now = await readNow(tx)
    if (answer.kind === 'no_answer' && answer.isThrottled) await slowDown(tx, id, now)
    if (await expireIfOver(tx, id, now)) await tellOfPayments(tx, [id])
  })
}

const onceMoreSeconds = 300

/**
 * A query can be wrong about a prompt that is still on its way to the phone, and the callback that would say so can be lost:
 * a failure is asked about once more. One that stands is a failure.
 */
async function askOnceMore(tx: Tx, id: AskedPayment['id'], verdict: Verdict): Promise<void> {
  if (verdict === 'failed') await askNext(tx, id, after(await readNow(tx), onceMoreSeconds))
  if (verdict === 'known') await askNext(tx, id, null)
}

/** It was not Safaricom's answer about this prompt: everybody waits, and this one is asked about first thing after. */
async function slowDown(tx: Tx, id: AskedPayment['id'], now: Date): Promise<void> {
  await pause(tx, ['questions'], now)
  await askSoon(tx, [id], now)
}

async function ask(ctx: Context, checkoutRequestId: string): Promise<QueryAnswer> {
  try {
    return await ctx.mpesa.queryPrompt(checkoutRequestId)
  } catch (fault) {
    ctx.log.error({ err: fault }, 'an STK query failed')
    return { kind: 'no_answer', text: 'a fault on our side' }
  }
}
