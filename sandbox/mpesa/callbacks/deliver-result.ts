import type { Fault, PaymentFault } from '../faults.ts'
import { endings } from '../payments/outcomes.ts'
import type { Payment } from '../payments/payment.ts'
import type { Sandbox } from '../sandbox.ts'
import type { Letter } from './courier.ts'
import { stkCallbackBody } from './stk-callback.ts'

const faultOf = (payment: Payment, name: PaymentFault): Fault | undefined =>
  payment.faults.find(({ fault }) => fault === name)

function saidAmount(payment: Payment): number {
  const wrong = faultOf(payment, 'wrong_amount')
  const paid = payment.push.amount
  if (!wrong) return paid
  return wrong.amount ?? (paid > 1 ? paid - 1 : paid + 1)
}

function letterOf(sandbox: Sandbox, payment: Payment): Letter {
  return {
    kind: 'stk',
    url: payment.push.callbackUrl,
    body: stkCallbackBody(payment, {
      amount: saidAmount(payment),
      numbersAsStrings: faultOf(payment, 'strings_for_numbers') !== undefined,
    }),
    headers: { BusinessShortCode: payment.push.shortcode },
    sentAt: sandbox.clock.date(),
    checkoutRequestId: payment.checkoutRequestId,
    resultCode: endings[payment.outcome ?? 'ignore'].code,
  }
}

async function deliverAll(sandbox: Sandbox, letter: Letter, deliveries: number): Promise<void> {
  await Promise.all(Array.from({ length: deliveries }, () => sandbox.courier.deliver(letter)))
}

/** Sends the result to the CallBackURL: once, unless a fault drops, delays or multiplies it. */
export async function deliverResult(sandbox: Sandbox, payment: Payment): Promise<void> {
  const letter = letterOf(sandbox, payment)
  if (faultOf(payment, 'drop_callback')) return sandbox.courier.lose(letter)
  const repeated = faultOf(payment, 'duplicate_callback')
  const deliveries = repeated ? (repeated.deliveries ?? 2) : 1
  const delayed = faultOf(payment, 'delay_callback')
  if (!delayed) return deliverAll(sandbox, letter, deliveries)
  sandbox.clock.after(delayed.delaySeconds ?? 90, () => {
    sandbox.courier.track(deliverAll(sandbox, { ...letter, sentAt: sandbox.clock.date() }, deliveries))
  })
}
