import type { PaymentId, PurchaseId } from '@event-sphere/contract/values/ids'
import type { Cents } from '@event-sphere/contract/values/money'
import type { Caller } from '../../call/caller.ts'
import { refuse } from '../../call/refuse.ts'
import type { Visitor } from '../../call/visitor.ts'
import type { Context } from '../../context.ts'
import type { PromptAnswer } from '../../gateways/mpesa/mpesa-gateway.ts'
import { endDoubt } from '../../limits/end-doubt.ts'
import { passPromptLimits } from '../../limits/pass-prompt-limits.ts'
import { readKenyanMobile } from '../../phone.ts'
import { payerOfAccount } from '../payer-of.ts'
import { hasPaid } from '../store.ts'
import { closeStale } from './close-stale.ts'
import { keepPromptAnswer } from './keep-prompt-answer.ts'
import { type OpenedPayment, type Opening, openPayment, type PromptWish } from './open-payment.ts'

export interface RequestPrompt {
  caller: Caller
  visitor: Visitor
  wanted: { purchaseId: PurchaseId; phoneNumber: string; amount?: Cents | undefined }
  idempotencyKey: string
}

/** Shown on the phone beside the account; 13 characters at most. */
const description = 'Event tickets'

/** The attempt is committed before Safaricom is called, and Safaricom is called outside of every transaction. */
export async function requestPrompt(
  ctx: Context,
  { caller, visitor, wanted, idempotencyKey }: RequestPrompt,
): Promise<{ id: PaymentId; isReplay: boolean }> {
  const { purchaseId, phoneNumber, amount } = wanted
  const phone = readKenyanMobile(phoneNumber)
  if (!phone) throw refuse('phone_invalid')
  const hasPaidFrom =
    caller.kind === 'user' && (await hasPaid(ctx.database.reader, payerOfAccount(caller.userId), phone))
  const passes = await passPromptLimits(ctx, { caller, visitor, phone, key: idempotencyKey, hasPaidFrom })
  const wish = { caller, purchaseId, phone, amount, idempotencyKey }
  const opening = await openFresh(ctx, wish).catch(async (refused: unknown) => {
    await endDoubt(ctx, passes, false)
    throw refused
  })
  if (opening.kind === 'known') {
    await endDoubt(ctx, passes, false)
    return { id: opening.id, isReplay: true }
  }
  const answer = await ask(ctx, opening, phone)
  try {
    await keepPromptAnswer(ctx, opening.id, answer)
  } finally {
    // What M-Pesa turned away rang nowhere; attempts have limits of their own.
    await endDoubt(ctx, passes, answer.kind !== 'refused')
  }
  return { id: opening.id, isReplay: false }
}

/**
 * An attempt whose time is over stands in the way only until Safaricom has been asked about it. After an outage it may know of
 * money that nobody has heard of yet, and a second prompt would take as much again.
 */
async function openFresh(ctx: Context, wish: PromptWish): Promise<Exclude<Opening, { kind: 'stale' }>> {
  const first = await openPayment(ctx, wish)
  if (first.kind !== 'stale') return first
  await Promise.all(first.attempts.map((attempt) => closeStale(ctx, attempt)))
  const second = await openPayment(ctx, { ...wish, hasAsked: true })
  if (second.kind === 'stale') throw refuse('payment_in_progress')
  return second
}

async function ask(
  ctx: Context,
  { account, amountCents, token }: OpenedPayment,
  phone: string,
): Promise<PromptAnswer> {
  try {
    return await ctx.mpesa.requestPrompt({
      phone: phone.replace('+', ''),
      amountShillings: amountCents / 100,
      account,
      description,
      callbackUrl: `${ctx.config.publicUrl}/api/payments/callbacks/${token}`,
    })
  } catch (fault) {
    // Whether it was sent is not known, so it counts as sent.
    ctx.log.error({ err: fault }, 'prompt request failed')
    return { kind: 'unknown', text: 'a fault on our side' }
  }
}
