import type { Context } from '../context.ts'
import type { QueryAnswer } from '../gateways/mpesa/mpesa-gateway.ts'
import { kindOfResult } from '../gateways/mpesa/result-codes.ts'
import type { DuePayment } from './claim-due.ts'
import { announcePayment, expireIfOver } from './moves.ts'
import { settlePayment } from './settle-payment.ts'

/** Asks how a prompt went and acts on the answer; without one, an attempt whose time is over makes room for another. */
export async function askSafaricom(ctx: Context, { id, checkoutRequestId }: DuePayment): Promise<void> {
  const answer = await ask(ctx, checkoutRequestId)
  await ctx.database.transaction(async (tx) => {
    if (answer.kind === 'result') {
      const { resultCode, resultText } = answer
      await settlePayment(ctx, tx, id, { kind: kindOfResult(resultCode), resultCode, resultText })
    }
    if (await expireIfOver(tx, id)) await announcePayment(tx, id)
  })
}

async function ask(ctx: Context, checkoutRequestId: string): Promise<QueryAnswer> {
  try {
    return await ctx.mpesa.queryPrompt(checkoutRequestId)
  } catch (fault) {
    ctx.log.error({ err: fault }, 'asking about a prompt broke')
    return { kind: 'no_answer', text: 'a fault on our side' }
  }
}
