import { confirmPayment } from '../c2b/confirm.ts'
import { deliverResult } from '../callbacks/deliver-result.ts'
import { chance } from '../chance.ts'
import type { Sandbox } from '../sandbox.ts'
import type { Outcome } from './outcomes.ts'
import type { Payment } from './payment.ts'

const secondThoughtSeconds = 30

/** Records the result: the SIM is released, and the merchant is told once. */
async function conclude(sandbox: Sandbox, payment: Payment, outcome: Outcome): Promise<void> {
  const { clock, payments, rules } = sandbox
  payments.unlock(payment)
  payment.outcome = outcome
  payment.status = outcome === 'approve' ? 'paid' : 'failed'
  // A refusal for the same amount does not restart the two minutes.
  if (outcome !== 'rule_limited') payments.noteEnded(payment, clock.now())
  if (outcome !== 'approve') return deliverResult(sandbox, payment)
  payment.paidAt = clock.date()
  payment.receipt = sandbox.receipts.next(payment.paidAt)
  // A shortcode with C2B URLs is told about the money twice, in either order.
  const tell = [() => deliverResult(sandbox, payment), () => confirmPayment(sandbox, payment)]
  if (chance(rules.seed, 'order', payment.sequence) < 0.5) tell.reverse()
  await Promise.all(tell.map((say) => say()))
}

/** Ends a prompt. Resolves when its immediate callbacks have been answered or have failed. */
export function settle(sandbox: Sandbox, payment: Payment, outcome: Outcome): Promise<void> {
  payment.waiting?.cancel()
  const doubt = payment.faults.find(({ fault }) => fault === 'failure_then_success')
  if (!doubt) return conclude(sandbox, payment, outcome)
  payment.waiting = sandbox.clock.after(doubt.delaySeconds ?? secondThoughtSeconds, () => {
    sandbox.courier.track(conclude(sandbox, payment, 'approve'))
  })
  return conclude(sandbox, payment, outcome === 'approve' ? 'ignore' : outcome)
}

export function scheduleSettling(
  sandbox: Sandbox,
  payment: Payment,
  outcome: Outcome,
  seconds: number,
): void {
  payment.waiting?.cancel()
  payment.waiting = sandbox.clock.after(seconds, () => {
    sandbox.courier.track(settle(sandbox, payment, outcome))
  })
}
