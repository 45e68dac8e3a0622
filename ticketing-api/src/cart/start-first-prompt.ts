import type { Locale } from '@event-sphere/contract/auth'
import { purchase } from '@event-sphere/contract/purchases'
import { Refusal } from '@event-sphere/kit/refusal'
import { z } from 'zod'
import type { Caller } from '../caller.ts'
import type { Context } from '../context.ts'
import { KeptReply } from '../http/route.ts'
import { amendReply } from '../once/kept-replies.ts'
import type { OnceKey } from '../once/once-key.ts'
import { startPrompt } from '../payments/start-prompt.ts'

interface FirstPrompt {
  caller: Caller
  phoneNumber: string | undefined
  locale: Locale
  once: OnceKey
}

/** A phone number in the same call starts the prompt; the answer then names it, and so does every replay. */
export async function startFirstPrompt(
  ctx: Context,
  reply: KeptReply,
  { caller, phoneNumber, locale, once }: FirstPrompt,
) {
  if (!phoneNumber || reply.isReplay) return reply
  const bought = z.decode(purchase, JSON.parse(reply.body))
  if (!bought.paymentInstructions) return reply
  const checkoutRequestId = await promptOrNone(ctx, {
    caller,
    wanted: { purchaseId: bought.id, phoneNumber },
    idempotencyKey: once.hash.toString('hex'),
    locale,
  })
  if (!checkoutRequestId) return reply
  const paymentInstructions = { ...bought.paymentInstructions, checkoutRequestId }
  const body = JSON.stringify(z.encode(purchase, { ...bought, paymentInstructions }))
  await ctx.database.transaction((tx) => amendReply(tx, once, body))
  return new KeptReply(body, false)
}

/** The purchase stands whether or not a prompt could be had: the buyer tries again from it. */
async function promptOrNone(ctx: Context, asked: Parameters<typeof startPrompt>[1]): Promise<string | null> {
  try {
    return (await startPrompt(ctx, asked)).checkoutRequestId
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    ctx.log.info({ code: thrown.code, purchaseId: asked.wanted.purchaseId }, 'no prompt with the purchase')
    return null
  }
}
