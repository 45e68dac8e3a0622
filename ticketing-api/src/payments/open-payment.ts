import type { PaymentId, PurchaseId } from '@event-sphere/contract/values/ids'
import type { Cents } from '@event-sphere/contract/values/money'
import { readNow } from '@event-sphere/kit/clock'
import type { Tx } from '@event-sphere/kit/database/database'
import { violatedConstraint } from '@event-sphere/kit/database/retry'
import { newUuid, randomHex } from '@event-sphere/kit/ids'
import type { Caller } from '../caller.ts'
import type { Context } from '../context.ts'
import { hashSecret } from '../hash-secret.ts'
import { onceKey } from '../once/once-key.ts'
import { extendHold } from '../purchases/extend-hold.ts'
import { type LockedPurchase, lockPurchase } from '../purchases/lock-purchase.ts'
import { refuse } from '../refuse.ts'
import { findOwnPurchase } from './find-own-purchase.ts'
import { longestRequestSeconds } from './judge-letter.ts'
import type { PaymentRow } from './payment-row.ts'
import { refusalOf } from './refusal-of.ts'
import { after, decidePrompt, openUntil, phoneWindowStart, stretchHold } from './rules.ts'
import {
  countPurchasePrompts,
  findPaymentOfKey,
  insertPayment,
  type KeyedPayment,
  listPaymentsOf,
  listPhonePrompts,
  lockPhone,
} from './store.ts'

export interface PromptWish {
  caller: Caller
  purchaseId: PurchaseId
  /** E.164. */
  phone: string
  amount: Cents | undefined
  idempotencyKey: string
}

/** Everything that the request for a prompt needs; the secret is in no table. */
export interface OpenedPayment {
  kind: 'opened'
  id: PaymentId
  amountCents: Cents
  account: string
  token: string
}
export type Opening =
  | OpenedPayment
  | { kind: 'known'; id: PaymentId }
  | { kind: 'stale'; attempt: PaymentRow }

/**
 * Writes the attempt and its secret down before anybody is asked: whatever happens to the answer, the callback
 * finds it. @throws Refusal
 */
export async function openPayment(ctx: Context, wish: PromptWish): Promise<Opening> {
  try {
    return await ctx.database.transaction((tx) => open(tx, wish))
  } catch (fault) {
    // The same key at the same time for two purchases: their locks are not each other's.
    if (violatedConstraint(fault) === 'one_payment_a_key') throw refuse('idempotency_key_reused')
    throw fault
  }
}

async function open(tx: Tx, wish: PromptWish): Promise<Opening> {
  const own = await findOwnPurchase(tx, wish.caller, wish.purchaseId)
  const purchase = own && (await lockPurchase(tx, own.id))
  if (!purchase) throw refuse('not_found')
  const now = await readNow(tx)
  const once = onceKey(wish.caller, 'POST /payments/mpesa/stk-push', wish.idempotencyKey, {
    purchaseId: wish.purchaseId,
    phone: wish.phone,
    amount: wish.amount,
  })
  const known = await findPaymentOfKey(tx, once)
  if (known) return recognize(known, once.fingerprint, now)
  const { decision, attempt, holdUntil } = await decide(tx, wish, purchase, now)
  if (!decision.ok && decision.reason === 'stale_attempt' && attempt) return { kind: 'stale', attempt }
  if (!decision.ok) throw refusalOf(decision)
  const token = randomHex(32)
  const payment = {
    id: newUuid() as PaymentId,
    purchaseId: purchase.id,
    phone: wish.phone,
    amountCents: decision.amountCents,
    createdAt: now,
    openUntil: openUntil(now),
  }
  await insertPayment(tx, { ...payment, ...once, tokenHash: hashSecret(token), holdUntil })
  await keepSeats(tx, purchase, { originally: holdUntil, attemptEnds: payment.openUntil })
  return {
    kind: 'opened',
    id: payment.id,
    amountCents: payment.amountCents,
    account: purchase.account,
    token,
  }
}

/** The same key again: the same attempt, once its request is over. */
function recognize(known: KeyedPayment, fingerprint: Buffer, now: Date): Opening {
  if (!known.fingerprint.equals(fingerprint)) throw refuse('idempotency_key_reused')
  if (known.answeredAt === null && now < after(known.createdAt, longestRequestSeconds))
    throw refuse('idempotency_key_in_use')
  return { kind: 'known', id: known.id }
}

async function decide(tx: Tx, wish: PromptWish, purchase: LockedPurchase, now: Date) {
  const attempts = await listPaymentsOf(tx, purchase.id)
  const attempt = attempts.find(({ status }) => status === 'created' || status === 'prompted')
  const prompts = await countPurchasePrompts(tx, purchase.id)
  await lockPhone(tx, wish.phone)
  const decision = decidePrompt({
    now,
    purchase,
    statedCents: wish.amount,
    open: attempt,
    phonePrompts: await listPhonePrompts(tx, wish.phone, phoneWindowStart(now)),
    purchasePrompts: prompts.count,
  })
  return { decision, attempt, holdUntil: prompts.holdUntil ?? purchase.expiresAt ?? now }
}

async function keepSeats(
  tx: Tx,
  purchase: LockedPurchase,
  hold: { originally: Date; attemptEnds: Date },
): Promise<void> {
  const { originally, attemptEnds } = hold
  const until = stretchHold({ until: purchase.expiresAt ?? originally, originally }, attemptEnds)
  if (until) await extendHold(tx, purchase.id, until)
}
