import { type Cents, noCents, toCents } from '@event-sphere/contract/values/money'
import type { ResultKind } from '../gateways/mpesa/result-codes.ts'
import type { PaymentRow } from './payment-row.ts'

/** What Safaricom said about one prompt, by callback or in answer to a query. */
export interface Outcome {
  kind: ResultKind
  resultCode: string
  resultText: string
  /** A query tells neither. */
  amountCents?: Cents
  receipt?: string
}

export type Judgement =
  /** Money: the amount that came in. `isSurprise`: the attempt had been called a failure. */
  | { verdict: 'paid'; cents: Cents; isSurprise: boolean }
  /** Paid already, by a query that knew no receipt. More may have come than was asked for, or less. */
  | { verdict: 'receipt_added'; receipt: string; moreCents: Cents; isShort: boolean }
  | { verdict: 'failed' }
  /** In flight: remembered, nothing moves. */
  | { verdict: 'noted' }
  /** Nothing new. */
  | { verdict: 'known' }
  /** Against what is settled: nothing moves, somebody looks. */
  | { verdict: 'contradiction' }
export type Verdict = Judgement['verdict']

type Attempt = Pick<PaymentRow, 'status' | 'amountCents' | 'paidCents' | 'receipt'>

/** Only paid is final; success wins over everything that was believed before. */
export function judgeOutcome(attempt: Attempt, outcome: Outcome): Judgement {
  if (attempt.status === 'paid') return judgePaid(attempt, outcome)
  switch (outcome.kind) {
    case 'success':
      // A query's success says nothing of the amount: M-Pesa takes what was asked for, or nothing.
      return {
        verdict: 'paid',
        cents: outcome.amountCents ?? attempt.amountCents,
        isSurprise: attempt.status === 'failed',
      }
    case 'failure':
      return { verdict: attempt.status === 'failed' ? 'known' : 'failed' }
    case 'in_flight':
      return { verdict: attempt.status === 'failed' ? 'known' : 'noted' }
    default:
      return outcome.kind satisfies never
  }
}

function judgePaid(attempt: Attempt, { kind, receipt, amountCents }: Outcome): Judgement {
  if (kind === 'failure') return { verdict: 'contradiction' }
  if (kind === 'in_flight' || receipt === undefined || receipt === attempt.receipt)
    return { verdict: 'known' }
  if (attempt.receipt !== null) return { verdict: 'contradiction' }
  const difference = (amountCents ?? 0) - (attempt.paidCents ?? 0)
  const moreCents = difference > 0 ? toCents(difference) : noCents
  return { verdict: 'receipt_added', receipt, moreCents, isShort: difference < 0 }
}
