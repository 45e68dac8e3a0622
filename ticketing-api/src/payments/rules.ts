import type { PurchaseStatus } from '@event-sphere/contract/purchases'
import { type Cents, noCents, toCents } from '@event-sphere/contract/values/money'

const openSeconds = 120
/** A hold is stretched for a payment that is not decided, but not for ever. */
const longestStretchMinutes = 10
const mostPromptsAPhone = 3
const phoneWindowMinutes = 10
const mostPromptsAPurchase = 5

export const after = (at: Date, seconds: number) => new Date(at.getTime() + seconds * 1000)

/** Until when an attempt that starts now keeps others out: Safaricom's own locks last up to two minutes. */
export const openUntil = (now: Date) => after(now, openSeconds)

/** Prompts to one phone are counted from here on. */
export const phoneWindowStart = (now: Date) => after(now, -phoneWindowMinutes * 60)

/** M-Pesa takes whole shillings; a total with cents is rounded up and what is too much stays visible. */
export const toWholeShillings = (cents: Cents) => toCents(Math.ceil(cents / 100) * 100)

export interface PayablePurchase {
  status: PurchaseStatus
  totalCents: Cents
  paidCents: Cents
  expiresAt: Date | null
}

export interface PromptFacts {
  now: Date
  purchase: PayablePurchase
  /** What the caller believes is owed. */
  statedCents: Cents | undefined
  open: { openUntil: Date } | undefined
  /** When this phone was prompted lately, oldest first. */
  phonePrompts: readonly Date[]
  purchasePrompts: number
}

export type PromptDecision =
  | { ok: true; amountCents: Cents }
  | { ok: false; reason: 'purchase_closed' | 'stale_attempt' }
  | { ok: false; reason: 'total_changed'; dueCents: Cents }
  | { ok: false; reason: 'payment_in_progress'; retryAt: Date }
  | { ok: false; reason: 'rate_limited'; retryAt: Date | undefined }

/** Whether a prompt may go out, and over how much. */
export function decidePrompt(facts: PromptFacts): PromptDecision {
  const { now, purchase, statedCents, open } = facts
  const dueCents = dueOf(purchase)
  const hasLapsed = purchase.expiresAt !== null && purchase.expiresAt <= now
  if (purchase.status !== 'pending_payment' || hasLapsed || dueCents === 0)
    return { ok: false, reason: 'purchase_closed' }
  if (statedCents !== undefined && statedCents !== dueCents)
    return { ok: false, reason: 'total_changed', dueCents }
  if (open && open.openUntil > now)
    return { ok: false, reason: 'payment_in_progress', retryAt: open.openUntil }
  // Its time is over, but nobody has asked Safaricom since.
  if (open) return { ok: false, reason: 'stale_attempt' }
  return decideRate(facts) ?? { ok: true, amountCents: toWholeShillings(dueCents) }
}

/** A stranger's phone is not for playing with. */
function decideRate({ phonePrompts, purchasePrompts }: PromptFacts): PromptDecision | undefined {
  if (purchasePrompts >= mostPromptsAPurchase)
    return { ok: false, reason: 'rate_limited', retryAt: undefined }
  const oldest = phonePrompts.at(-mostPromptsAPhone)
  if (!oldest) return undefined
  return { ok: false, reason: 'rate_limited', retryAt: after(oldest, phoneWindowMinutes * 60) }
}

export const dueOf = ({ totalCents, paidCents }: PayablePurchase) =>
  toCents(Math.max(0, totalCents - paidCents))

/** Where a hold moves to so that it outlives the attempt; undefined where it does already, or has been stretched enough. */
export function stretchHold(hold: { until: Date; originally: Date }, attemptEnds: Date): Date | undefined {
  const limit = after(hold.originally, longestStretchMinutes * 60)
  const wanted = attemptEnds < limit ? attemptEnds : limit
  return wanted > hold.until ? wanted : undefined
}

/** What came in and buys nothing: it goes back to whoever paid. */
export function owedCents(purchase: PayablePurchase): Cents {
  switch (purchase.status) {
    case 'pending_payment':
      return noCents
    case 'expired':
    case 'cancelled':
    case 'owed_back':
      return purchase.paidCents
    case 'completed':
    case 'partially_refunded':
    case 'refunded':
      return toCents(Math.max(0, purchase.paidCents - purchase.totalCents))
    default:
      return purchase.status satisfies never
  }
}

/** Whether the money that is there now completes it, or asks to. */
export function isPaidInFull(purchase: PayablePurchase): boolean {
  const isWaiting = ['pending_payment', 'expired', 'cancelled'].includes(purchase.status)
  return isWaiting && purchase.paidCents >= purchase.totalCents
}
