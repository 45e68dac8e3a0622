import { endings } from '../payments/outcomes.ts'
import type { Payment } from '../payments/payment.ts'

/** A payment in the control API; only the host of the CallBackURL, because its path is secret. */
export function viewPrompt(payment: Payment) {
  const { push, unattended, outcome } = payment
  const result = outcome ? endings[outcome] : undefined
  return {
    checkoutRequestId: payment.checkoutRequestId,
    merchantRequestId: payment.merchantRequestId,
    phoneNumber: push.phoneNumber,
    amount: push.amount,
    accountReference: push.accountReference,
    transactionDesc: push.transactionDesc,
    status: payment.status,
    createdAt: payment.createdAt.toISOString(),
    callbackHost: new URL(push.callbackUrl).host,
    reachesPhone: unattended.reachesPhone,
    unattendedOutcome: unattended.outcome,
    outcome: outcome ?? null,
    resultCode: result?.code ?? null,
    resultDesc: result?.callbackText ?? null,
    receipt: payment.receipt ?? null,
  }
}
