import { refuse } from '../../call/refuse.ts'
import type { PromptDecision } from '../rules.ts'

/** The refusal for a prompt that may not be sent. */
export function refusalOf(decision: Exclude<PromptDecision, { ok: true }>) {
  switch (decision.reason) {
    case 'total_changed':
      return refuse('total_changed', { totalAmount: decision.dueCents / 100 })
    case 'payment_in_progress':
    case 'phone_busy':
    case 'same_amount_just_paid':
    case 'rate_limited':
    case 'payment_provider_refused':
      return refuse(decision.reason, { retryAt: decision.retryAt.toISOString() })
    case 'purchase_closed':
    case 'sale_closed':
    case 'sales_paused':
      return refuse(decision.reason)
    case 'stale_attempt':
      return refuse('payment_in_progress')
    default:
      return decision satisfies never
  }
}
