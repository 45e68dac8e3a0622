import type { Sandbox } from '../sandbox.ts'
import type { Outcome } from './outcomes.ts'
import type { Payment } from './payment.ts'
import { scheduleSettling } from './settle.ts'

export type Answered = { payment: Payment } | { refusal: 'unknown_prompt' | 'not_open' | 'not_on_phone' }

/** The answer on the phone decides; the number's own behaviour no longer applies. */
export function answerPrompt(sandbox: Sandbox, checkoutRequestId: string, outcome: Outcome): Answered {
  const payment = sandbox.payments.find(checkoutRequestId)
  if (!payment) return { refusal: 'unknown_prompt' }
  if (payment.status !== 'open') return { refusal: 'not_open' }
  if (!payment.unattended.reachesPhone) return { refusal: 'not_on_phone' }
  payment.status = 'answered'
  scheduleSettling(sandbox, payment, outcome, sandbox.settings.answerDelaySeconds)
  return { payment }
}
