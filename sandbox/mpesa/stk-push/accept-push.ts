import { newCheckoutRequestId, newRequestId } from '../ids.ts'
import type { Payment } from '../payments/payment.ts'
import { scheduleSettling, settle } from '../payments/settle.ts'
import type { Sandbox } from '../sandbox.ts'
import { overloaded, spikeArrest } from '../wire/daraja-refusal.ts'
import { requireMerchant } from '../wire/merchant.ts'
import { foresee } from './foresee.ts'
import type { Push } from './push.ts'

const locked = 'Unable to lock subscriber, a transaction is already in process for the current subscriber'

function openPayment(sandbox: Sandbox, push: Push): Payment {
  const { payments, clock } = sandbox
  const sequence = payments.nextSequence()
  const foresight = foresee(sandbox, push, sequence)
  const habitual = foresight.faults.map((fault) => ({ ...fault, id: 0 }))
  const createdAt = clock.date()
  const payment: Payment = {
    sequence,
    merchantRequestId: newRequestId(),
    checkoutRequestId: newCheckoutRequestId(
      createdAt,
      push.phoneNumber,
      (id) => payments.find(id) !== undefined,
    ),
    push,
    createdAt,
    unattended: foresight,
    faults: [...habitual, ...sandbox.faults.takeForPayment(push.phoneNumber)],
    status: 'open',
    outcome: undefined,
    receipt: undefined,
    paidAt: undefined,
    queries: 0,
    waiting: undefined,
  }
  payments.add(payment)
  scheduleSettling(sandbox, payment, foresight.outcome, foresight.afterSeconds)
  return payment
}

/**
 * Accepts a well-formed push like M-PESA: checks the merchant, the subscriber lock and the rate, then sends the prompt.
 */
export async function acceptPush(sandbox: Sandbox, push: Push): Promise<Payment> {
  requireMerchant(sandbox.settings, push)
  if (sandbox.payments.isLocked(push.phoneNumber, sandbox.clock.now())) throw overloaded(locked)
  if (!sandbox.meter.allows()) throw spikeArrest()
  const payment = openPayment(sandbox, push)
  sandbox.payments.lockUntil(push.phoneNumber, sandbox.clock.now() + sandbox.rules.lockSeconds * 1000)
  if (payment.faults.some(({ fault }) => fault === 'callback_before_answer')) {
    const { outcome, isCertain } = payment.unattended
    // There is no time for an answer on the phone: a number that would have waited pays.
    await settle(sandbox, payment, isCertain ? outcome : 'approve')
  }
  return payment
}
