import { transactionStamp } from '../east-africa-time.ts'
import type { C2bUrls } from './register.ts'

/** Money paid to a shortcode, in any way. */
export interface C2bPayment {
  readonly transactionType: 'Pay Bill' | 'Buy Goods'
  readonly receipt: string
  readonly paidAt: Date
  readonly amount: number
  readonly shortcode: string
  readonly billRefNumber: string
  readonly phoneNumber: string
}

/** v2: `2547 ***** 126`, with spaces; v1: `25470****126`. It does not identify the payer. */
export function maskedMsisdn(version: C2bUrls['version'], phoneNumber: string): string {
  const end = phoneNumber.slice(-3)
  return version === 'v2' ? `${phoneNumber.slice(0, 4)} ***** ${end}` : `${phoneNumber.slice(0, 5)}****${end}`
}

/** The flat object of validations and confirmations; every value is a string, and only confirmations have a balance. */
export function c2bPayload(
  version: C2bUrls['version'],
  payment: C2bPayment,
  balance?: number,
  thirdParty = '',
) {
  return JSON.stringify({
    TransactionType: payment.transactionType,
    TransID: payment.receipt,
    TransTime: transactionStamp(payment.paidAt),
    TransAmount: payment.amount.toFixed(2),
    BusinessShortCode: payment.shortcode,
    BillRefNumber: payment.billRefNumber,
    InvoiceNumber: '',
    OrgAccountBalance: balance?.toFixed(2) ?? '',
    ThirdPartyTransID: thirdParty,
    MSISDN: maskedMsisdn(version, payment.phoneNumber),
    FirstName: 'NICHOLAS',
    MiddleName: '',
    LastName: '',
  })
}
