import type { Payment } from '../payments/payment.ts'
import type { Sandbox } from '../sandbox.ts'
import { type C2bPayment, c2bPayload } from './payload.ts'

/** Reports a payment to the ConfirmationURL once, whatever it answers. */
export async function confirm(sandbox: Sandbox, payment: C2bPayment, thirdPartyId = ''): Promise<void> {
  const balance = sandbox.c2b.receive(payment.shortcode, payment.amount)
  const urls = sandbox.c2b.find(payment.shortcode)
  if (!urls) return
  await sandbox.courier.deliver({
    kind: 'c2b_confirmation',
    url: urls.confirmationUrl,
    body: c2bPayload(urls.version, payment, balance, thirdPartyId),
    headers: {},
    sentAt: sandbox.clock.date(),
  })
}

/** A paid push is a payment to the shortcode like any other, under the same receipt. */
export async function confirmPayment(sandbox: Sandbox, payment: Payment): Promise<void> {
  const { push, receipt, paidAt } = payment
  if (!receipt || !paidAt) return
  await confirm(sandbox, {
    transactionType: push.transactionType === 'CustomerPayBillOnline' ? 'Pay Bill' : 'Buy Goods',
    receipt,
    paidAt,
    amount: push.amount,
    shortcode: push.shortcode,
    billRefNumber: push.accountReference,
    phoneNumber: push.phoneNumber,
  })
}
