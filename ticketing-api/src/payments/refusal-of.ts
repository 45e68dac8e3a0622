import { refuse } from '../refuse.ts'
import type { PromptDecision } from './rules.ts'

/** What the caller hears where no prompt may go out. */
export function refusalOf(decision: Exclude<PromptDecision, { ok: true }>) {
  switch (decision.reason) {
    case 'total_changed':
      return refuse('total_changed', { totalAmount: decision.dueCents / 100 })
    case 'payment_in_progress':
      return refuse('payment_in_progress', { retryAt: decision.retryAt.toISOString() })
    case 'rate_limited':
      return refuse('rate_limited', decision.retryAt ? { retryAt: decision.retryAt.toISOString() } : {})
    case 'purchase_closed':
      return refuse('purchase_closed')
    case 'stale_attempt':
      return refuse('payment_in_progress')
    default:
      return decision satisfies never
  }
}
