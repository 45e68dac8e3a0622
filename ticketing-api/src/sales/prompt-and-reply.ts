import type { Locale } from '@event-sphere/contract/auth'
import { type PaymentInstructions, type Purchase, purchase } from '@event-sphere/contract/purchases'
import { Refusal } from '@event-sphere/kit/refusal'
import { z } from 'zod'
import type { Caller } from '../call/caller.ts'
import { KeptReply } from '../call/route.ts'
import type { Visitor } from '../call/visitor.ts'
import type { Context } from '../context.ts'
import { problemOf } from '../http/problem.ts'
import type { OnceKey } from '../once/once-key.ts'
import { startPrompt } from '../payments/prompts/start-prompt.ts'
import { addDrawings } from '../tickets/add-drawings.ts'
import type { PlacedPurchase } from './place-purchase.ts'

interface FirstPrompt {
  caller: Caller
  visitor: Visitor
  phoneNumber: string | undefined
  locale: Locale
  once: OnceKey
}

/**
 * How a purchase ends, whatever it began with: sends the prompt if a phone number was given, then serializes the reply. QR codes are
 * drawn here, outside of every lock; the same token draws the same picture.
 */
export async function promptAndReply(
  ctx: Context,
  placed: PlacedPurchase,
  { isMinimal, ...prompt }: FirstPrompt & { isMinimal: boolean },
): Promise<KeptReply> {
  const asked = await startFirstPrompt(ctx, placed.purchase, prompt)
  const shown = isMinimal ? asked : await addDrawings(asked)
  return new KeptReply(JSON.stringify(z.encode(purchase, shown)), placed.isReplay)
}

/**
 * A phone number in the same call starts the prompt, and the answer names it. The prompt has the call's own key: a retry
 * finds the same one, or starts it if the first try failed in between.
 */
async function startFirstPrompt(
  ctx: Context,
  bought: Purchase,
  { caller, visitor, phoneNumber, locale, once }: FirstPrompt,
): Promise<Purchase> {
  if (!phoneNumber || !bought.paymentInstructions) return bought
  const asked = await promptOrReason(ctx, {
    caller,
    visitor,
    wanted: { purchaseId: bought.id, phoneNumber },
    idempotencyKey: once.hash.toString('hex'),
    locale,
  })
  return { ...bought, paymentInstructions: { ...bought.paymentInstructions, ...asked } }
}

type Asked = Pick<PaymentInstructions, 'checkoutRequestId' | 'notPrompted'>

/** The purchase stands whether or not a prompt could be had: the buyer hears why, and tries again from it. */
async function promptOrReason(ctx: Context, asked: Parameters<typeof startPrompt>[1]): Promise<Asked> {
  try {
    const { checkoutRequestId, status, message, retryAt } = (await startPrompt(ctx, asked)).status
    if (checkoutRequestId) return { checkoutRequestId }
    return status === 'failed' ? { notPrompted: { message, retryAt } } : {}
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    ctx.log.info({ code: thrown.code, purchaseId: asked.wanted.purchaseId }, 'no prompt with the purchase')
    const { detail, retryAt } = problemOf(thrown, asked.locale, '')
    return { notPrompted: { message: detail, retryAt: retryAt === undefined ? null : new Date(retryAt) } }
  }
}
