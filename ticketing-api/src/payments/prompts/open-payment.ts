import type { PaymentId, PurchaseId } from '@event-sphere/contract/values/ids'
import type { Cents } from '@event-sphere/contract/values/money'
import { readNow } from '@event-sphere/kit/clock'
import type { Tx } from '@event-sphere/kit/database/database'
import { violatedConstraint } from '@event-sphere/kit/database/retry'
import { newUuid, randomHex } from '@event-sphere/kit/ids'
import type { Caller } from '../../call/caller.ts'
import { refuse } from '../../call/refuse.ts'
import { lookAcross } from '../../call/scope.ts'
import type { Context } from '../../context.ts'
import { readEventSale } from '../../events/read-event-sale.ts'
import { hashSecret } from '../../hash-secret.ts'
import { type OnceKey, onceKey } from '../../once/once-key.ts'
import { extendHold } from '../../purchases/extend-hold.ts'
import { type LockedPurchase, lockPurchase } from '../../purchases/lock-purchase.ts'
import { insertAddress } from '../callbacks/address-store.ts'
import { longestRequestSeconds } from '../callbacks/check-callback.ts'
import { findOwnPurchase } from '../find-own-purchase.ts'
import { payerOf } from '../payer-of.ts'
import type { PaymentRow } from '../payment-row.ts'
import { after, decidePrompt, dueOf, openUntil, toWholeShillings, windowStart } from '../rules.ts'
import {
  type Asker,
  findFirstHold,
  findPaymentOfKey,
  findPromptOnPhone,
  findSamePaid,
  freeKey,
  insertPayment,
  listAttempts,
  listPaymentsOf,
  lockAsker,
} from '../store.ts'
import { findPause } from './pause-store.ts'
import { refusalOf } from './refusal-of.ts'
import { mayGoOutAnew } from './turned-away.ts'

export interface PromptWish {
  caller: Caller
  purchaseId: PurchaseId
  /** E.164. */
  phone: string
  amount: Cents | undefined
  idempotencyKey: string
  /** Safaricom has just been asked about every earlier attempt, whatever it answered. */
  hasAsked?: boolean
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
  /** Safaricom may know by now how these ended. */
  | { kind: 'stale'; attempts: PaymentRow[] }

/**
 * Writes the attempt and its address down before anybody is asked: whatever happens to the answer, the callback
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
  const known = await recognize(tx, once, now)
  if (known) return known
  const asker = { phone: wish.phone, purchaseId: purchase.id, payer: payerOf(purchase) }
  const { decision, attempt, undecided, holdOriginally } = await decide(tx, { wish, purchase, asker, now })
  if (!decision.ok && decision.reason === 'stale_attempt' && attempt)
    return { kind: 'stale', attempts: [attempt, ...undecided] }
  if (!decision.ok) throw refusalOf(decision)
  if (undecided.length > 0 && !wish.hasAsked) return { kind: 'stale', attempts: undecided }
  const { amountCents, holdUntil } = decision
  if (holdUntil && !(await extendHold(tx, purchase.id, holdUntil))) throw refuse('purchase_closed')
  const token = randomHex(32)
  const id = newUuid() as PaymentId
  const { organizationId } = purchase
  const times = { createdAt: now, openUntil: openUntil(now), holdUntil: holdOriginally }
  await Promise.all([
    insertPayment(tx, { ...asker, ...once, ...times, id, organizationId, amountCents }),
    insertAddress(tx, { organizationId, tokenHash: hashSecret(token), kind: 'stk_prompt', subjectId: id }),
  ])
  return { kind: 'opened', id, amountCents, account: purchase.account, token }
}

/** The same key again: the same attempt, once its request is over; unless it came to nothing and may be made anew. */
async function recognize(tx: Tx, once: OnceKey, now: Date): Promise<Opening | undefined> {
  const known = await findPaymentOfKey(tx, once)
  if (!known) return undefined
  if (!known.fingerprint.equals(once.fingerprint)) throw refuse('idempotency_key_reused')
  if (known.answeredAt === null && now < after(known.createdAt, longestRequestSeconds))
    throw refuse('idempotency_key_in_use')
  if (!mayGoOutAnew(known, now)) return { kind: 'known', id: known.id }
  await freeKey(tx, known.id)
  return undefined
}

interface Deciding {
  wish: PromptWish
  purchase: LockedPurchase
  asker: Asker
  now: Date
}

async function decide(tx: Tx, { wish, purchase, asker, now }: Deciding) {
  const [payments, firstHold] = await Promise.all([
    listPaymentsOf(tx, purchase.id),
    findFirstHold(tx, purchase.id),
  ])
  const attempt = payments.find(({ status }) => status === 'created' || status === 'prompted')
  const undecided = payments.filter(({ status, nextQueryAt }) => status === 'expired' && nextQueryAt !== null)
  const holdOriginally = firstHold ?? purchase.expiresAt ?? now
  await lockAsker(tx, asker)
  const phone = await lookAcross(tx, () => readPhone(tx, asker, toWholeShillings(dueOf(purchase)), now))
  const [sale, pausedUntil] = await Promise.all([
    readEventSale(tx, purchase.eventId),
    findPause(tx, 'prompts', now),
  ])
  const decision = decidePrompt({
    now,
    purchase,
    ...sale,
    holdOriginally,
    statedCents: wish.amount,
    open: attempt,
    ...phone,
    pausedUntil,
  })
  return { decision, attempt, undecided, holdOriginally }
}

/** A phone is one phone, and a payer one person, whatever organizations they pay. */
async function readPhone(tx: Tx, asker: Asker, amountCents: Cents, now: Date) {
  const since = windowStart(now)
  const [samePaidAt, openOnPhone, attempts] = await Promise.all([
    findSamePaid(tx, asker, { amountCents, since }),
    findPromptOnPhone(tx, asker, now),
    listAttempts(tx, asker, since),
  ])
  return { samePaidAt, openOnPhone, attempts }
}
