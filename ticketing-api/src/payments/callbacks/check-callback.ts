import { mostOnePaymentCents, toCents } from '@event-sphere/contract/values/money'
import { kindOfResult } from '../../gateways/mpesa/result-codes.ts'
import type { StkCallback } from '../../gateways/mpesa/stk-callback.ts'
import type { Outcome } from '../judge-outcome.ts'
import type { PaymentRow } from '../payment-row.ts'
import { after } from '../rules.ts'

/** The longest that a request for a prompt can take, renewed tokens and all; then its answer is lost. */
export const longestRequestSeconds = 60

export interface CallbackFacts {
  /** Whose token the callback came with. */
  attempt: Pick<PaymentRow, 'merchantRequestId' | 'checkoutRequestId' | 'answeredAt' | 'createdAt'>
  said: StkCallback | undefined
  /** From the request's header, if it has one. */
  shortcode: string | null
  ownShortcode: string
  now: Date
}

export type CallbackCheck =
  /** Our own request has not been answered yet, so there is nothing to compare with. */
  | { kind: 'parked' }
  | {
      kind: 'rejected'
      because: 'unreadable' | 'wrong_shortcode' | 'wrong_ids' | 'odd_amount'
      isWorthAsking: boolean
    }
  /** `isLost`: the answer to our request never came, and these are the ids that it would have brought. */
  | { kind: 'believed'; outcome: Outcome; isLost: boolean; said: StkCallback }

/**
 * Whether a callback is about the attempt whose secret address it came to. The token alone names the attempt;
 * both ids, the shortcode and a possible amount have to agree with it.
 */
export function checkCallback({ attempt, said, shortcode, ownShortcode, now }: CallbackFacts): CallbackCheck {
  if (!said) return { kind: 'rejected', because: 'unreadable', isWorthAsking: true }
  if (shortcode !== null && shortcode !== ownShortcode)
    return { kind: 'rejected', because: 'wrong_shortcode', isWorthAsking: true }
  const isLost = attempt.checkoutRequestId === null
  if (isLost && attempt.answeredAt === null && now < after(attempt.createdAt, longestRequestSeconds))
    return { kind: 'parked' }
  if (!isLost && !hasSameIds(attempt, said))
    return { kind: 'rejected', because: 'wrong_ids', isWorthAsking: false }
  const outcome = readOutcome(said)
  if (!outcome) return { kind: 'rejected', because: 'odd_amount', isWorthAsking: true }
  return { kind: 'believed', outcome, isLost, said }
}

const hasSameIds = (attempt: CallbackFacts['attempt'], said: StkCallback) =>
  attempt.checkoutRequestId === said.checkoutRequestId && attempt.merchantRequestId === said.merchantRequestId

/** A success names whole shillings and a receipt; otherwise it proves nothing. */
function readOutcome({ resultCode, resultText, amountShillings, receipt }: StkCallback): Outcome | undefined {
  const kind = kindOfResult(resultCode)
  if (kind !== 'success') return { kind, resultCode, resultText }
  if (receipt === undefined || !isPossibleAmount(amountShillings)) return undefined
  return { kind, resultCode, resultText, receipt, amountCents: toCents(amountShillings * 100) }
}

const isPossibleAmount = (shillings: number | undefined): shillings is number =>
  shillings !== undefined &&
  Number.isInteger(shillings) &&
  shillings >= 1 &&
  shillings * 100 <= mostOnePaymentCents
