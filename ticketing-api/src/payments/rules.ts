import type { PurchaseStatus } from '@event-sphere/contract/purchases'
import { type Cents, toCents } from '@event-sphere/contract/values/money'
import type { CountedAttempt } from './store.ts'

const openSeconds = 120
/** A hold is stretched for a payment that is not decided, but not for ever. */
const longestStretchMinutes = 10
/** Within this time; what is older does not count, so every limit has an end. */
const windowMinutes = 10
/** Prompts that may have rung: a stranger's phone is left in peace. */
const mostRings = { phone: 3, purchase: 5 }
/** Attempts whatever became of them: what M-Pesa turns away costs it, and everybody who pays by it, something too. */
const mostAttempts = { phone: 6, purchase: 10, payer: 20 }

/** Within this time M-Pesa ends a prompt for the same amount from the same number with 17, after the PIN. */
const sameAmountSeconds = 120

export const after = (at: Date, seconds: number) => new Date(at.getTime() + seconds * 1000)

/** Until when an attempt that starts now keeps others out: Safaricom's own locks last up to two minutes. */
export const openUntil = (now: Date) => after(now, openSeconds)

/**
 * Safaricom calls back once, when a prompt is over on the phone. If its word decides nothing (a busy system, a code that
 * nobody knows), only its lock on the SIM is still to be waited for: a minute.
 */
export const lockSeconds = 60

/** Attempts are counted from here on. */
export const windowStart = (now: Date) => after(now, -windowMinutes * 60)

/** M-Pesa takes whole shillings; a total with cents is rounded up and what is too much stays visible. */
export const toWholeShillings = (cents: Cents) => toCents(Math.ceil(cents / 100) * 100)

export interface PayablePurchase {
  status: PurchaseStatus
  totalCents: Cents
  paidCents: Cents
  owedCents: Cents
  expiresAt: Date | null
}

export interface PromptFacts {
  now: Date
  purchase: PayablePurchase
  eventStatus: 'draft' | 'published' | 'cancelled'
  /** Whether the event's organization is suspended. */
  isPaused: boolean
  /** Where the purchase's hold ended before its first prompt stretched it. */
  holdOriginally: Date
  /** What the caller believes is owed. */
  statedCents: Cents | undefined
  open: { openUntil: Date } | undefined
  /** Another purchase's prompt that the phone may be showing. */
  openOnPhone: { openUntil: Date } | undefined
  /** When the phone last paid what is due now. */
  samePaidAt: Date | undefined
  /** What was lately tried, oldest first. */
  attempts: readonly CountedAttempt[]
  /** Until when nobody prompts, since Safaricom has asked for less. */
  pausedUntil: Date | undefined
}

export type PromptDecision =
  /** `holdUntil`: where the hold moves to, if it has to. */
  | { ok: true; amountCents: Cents; holdUntil: Date | undefined }
  | { ok: false; reason: 'purchase_closed' | 'sale_closed' | 'sales_paused' | 'stale_attempt' }
  | { ok: false; reason: 'total_changed'; dueCents: Cents }
  | {
      ok: false
      reason:
        | 'payment_in_progress'
        | 'phone_busy'
        | 'same_amount_just_paid'
        | 'rate_limited'
        | 'payment_provider_refused'
      retryAt: Date
    }

/** Whether a prompt may go out, and over how much. */
export function decidePrompt(facts: PromptFacts): PromptDecision {
  const { now, purchase, statedCents, open, pausedUntil } = facts
  const dueCents = dueOf(purchase)
  const hasLapsed = purchase.expiresAt !== null && purchase.expiresAt <= now
  if (purchase.status !== 'pending_payment' || hasLapsed || dueCents === 0)
    return { ok: false, reason: 'purchase_closed' }
  if (facts.eventStatus !== 'published') return { ok: false, reason: 'sale_closed' }
  if (facts.isPaused) return { ok: false, reason: 'sales_paused' }
  if (statedCents !== undefined && statedCents !== dueCents)
    return { ok: false, reason: 'total_changed', dueCents }
  if (open && open.openUntil > now)
    return { ok: false, reason: 'payment_in_progress', retryAt: open.openUntil }
  // Its time is over, but nobody has asked Safaricom since.
  if (open) return { ok: false, reason: 'stale_attempt' }
  if (pausedUntil) return { ok: false, reason: 'payment_provider_refused', retryAt: pausedUntil }
  // Only who would ring a phone may learn what it shows or has paid: asking that rings nowhere costs nothing.
  const hold = decideHold(facts, dueCents)
  const own = hold.ok ? decideRate(facts, ownRates) : hold
  if (own) return own
  // M-Pesa would turn it away, which costs an attempt, and its word for it names no time.
  if (facts.openOnPhone) return { ok: false, reason: 'phone_busy', retryAt: facts.openOnPhone.openUntil }
  const sameUntil = facts.samePaidAt && after(facts.samePaidAt, sameAmountSeconds)
  if (sameUntil && sameUntil > now) return { ok: false, reason: 'same_amount_just_paid', retryAt: sameUntil }
  return decideRate(facts, phoneRates) ?? hold
}

/** The seats have to be held for as long as the phone may ask for the PIN. */
function decideHold({ now, purchase, holdOriginally }: PromptFacts, dueCents: Cents): PromptDecision {
  const until = purchase.expiresAt ?? holdOriginally
  const holdUntil = stretchHold({ until, originally: holdOriginally }, openUntil(now))
  if ((holdUntil ?? until) < openUntil(now)) return { ok: false, reason: 'purchase_closed' }
  return { ok: true, amountCents: toWholeShillings(dueCents), holdUntil }
}

interface Rate {
  whose: 'isOfPhone' | 'isOfPurchase' | 'isOfPayer'
  most: number
  /** Counts only what may have rung. */
  rings?: boolean
}
const ownRates: Rate[] = [
  { whose: 'isOfPurchase', most: mostRings.purchase, rings: true },
  { whose: 'isOfPurchase', most: mostAttempts.purchase },
  { whose: 'isOfPayer', most: mostAttempts.payer },
]
const phoneRates: Rate[] = [
  { whose: 'isOfPhone', most: mostRings.phone, rings: true },
  { whose: 'isOfPhone', most: mostAttempts.phone },
]

function decideRate({ attempts }: PromptFacts, rates: readonly Rate[]): PromptDecision | undefined {
  const rung = attempts.filter(({ hasRung }) => hasRung)
  const ends = rates
    .map(({ whose, most, rings }) => endOf(rings ? rung : attempts, whose, most))
    .filter((end) => end !== undefined)
  if (ends.length === 0) return undefined
  return { ok: false, reason: 'rate_limited', retryAt: new Date(Math.max(...ends.map(Number))) }
}

/** When there will be room for one more; undefined if there is now. */
function endOf(attempts: readonly CountedAttempt[], whose: Rate['whose'], most: number): Date | undefined {
  const first = attempts.filter((attempt) => attempt[whose]).at(-most)
  return first && after(first.at, windowMinutes * 60)
}

export const dueOf = ({ totalCents, paidCents }: PayablePurchase) =>
  toCents(Math.max(0, totalCents - paidCents))

/** Where a hold moves to so that it outlives the attempt; undefined if it does already, or has been stretched enough. */
export function stretchHold(hold: { until: Date; originally: Date }, attemptEnds: Date): Date | undefined {
  const limit = after(hold.originally, longestStretchMinutes * 60)
  const wanted = attemptEnds < limit ? attemptEnds : limit
  return wanted > hold.until ? wanted : undefined
}

/** Whether the money that is there now completes it, or asks to. */
export function isPaidInFull(purchase: PayablePurchase): boolean {
  const isWaiting = ['pending_payment', 'expired', 'cancelled'].includes(purchase.status)
  return isWaiting && purchase.paidCents >= purchase.totalCents
}
