import { transactionStamp } from '../east-africa-time.ts'
import { endings } from '../payments/outcomes.ts'
import type { Payment } from '../payments/payment.ts'

export interface CallbackShape {
  /** The amount in the callback. */
  readonly amount: number
  readonly numbersAsStrings: boolean
}

/**
 * The body in Safaricom's format, as text: JSON.stringify cannot print `1500.00`. In a success, `Balance` comes third
 * and has no value, as in captured callbacks; a failure has no CallbackMetadata.
 */
export function stkCallbackBody(payment: Payment, shape: CallbackShape): string {
  const { code, callbackText } = endings[payment.outcome ?? 'ignore']
  const quote = (text: string): string => JSON.stringify(text)
  const number = (digits: string): string => (shape.numbersAsStrings ? quote(digits) : digits)
  const head = [
    `"MerchantRequestID":${quote(payment.merchantRequestId)}`,
    `"CheckoutRequestID":${quote(payment.checkoutRequestId)}`,
    // A few codes are not numeric and must be strings.
    `"ResultCode":${/^\d+$/.test(code) ? number(code) : quote(code)}`,
    `"ResultDesc":${quote(callbackText)}`,
  ]
  if (!payment.receipt || !payment.paidAt) return `{"Body":{"stkCallback":{${head.join(',')}}}}`
  const items = [
    `{"Name":"Amount","Value":${number(shape.amount.toFixed(2))}}`,
    `{"Name":"MpesaReceiptNumber","Value":${quote(payment.receipt)}}`,
    '{"Name":"Balance"}',
    `{"Name":"TransactionDate","Value":${number(transactionStamp(payment.paidAt))}}`,
    `{"Name":"PhoneNumber","Value":${number(payment.push.phoneNumber)}}`,
  ]
  const metadata = `"CallbackMetadata":{"Item":[${items.join(',')}]}`
  return `{"Body":{"stkCallback":{${[...head, metadata].join(',')}}}}`
}
