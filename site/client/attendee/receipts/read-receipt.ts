import type { PaidFor, WirePayment } from '../payment/find-payments.ts'

/** One received payment. */
export interface Received {
  amount: number
  at: string
  /** M-Pesa's receipt number; null if unknown. */
  receipt: string | null
  phoneMasked: string
}

type Attempt = Pick<WirePayment, 'paidAmount' | 'paidAt' | 'receipt' | 'phoneMasked'>

/** Received payments of a purchase, oldest first: money for an early prompt may arrive after money for a later one. */
export const readReceived = (payments: Attempt[]): Received[] =>
  payments
    .flatMap(({ paidAmount: amount, paidAt: at, receipt, phoneMasked }) =>
      amount !== null && at !== null ? [{ amount, at, receipt, phoneMasked }] : [],
    )
    .sort((one, other) => Date.parse(one.at) - Date.parse(other.at))

export type Owed = { amount: number; isOverpaid: boolean }

/** What the organiser owes the buyer; undefined if nothing. */
export function readOwed({
  status,
  paidAmount,
  totalAmount,
}: Pick<PaidFor, 'status' | 'totalAmount' | 'paidAmount'>): Owed | undefined {
  switch (status) {
    case 'owed_back':
    case 'expired':
    case 'cancelled':
      return { amount: paidAmount, isOverpaid: false }
    case 'completed':
      return paidAmount > totalAmount ? { amount: paidAmount - totalAmount, isOverpaid: true } : undefined
    case 'pending_payment':
    case 'partially_refunded':
    case 'refunded':
      return undefined
    default:
      return status satisfies never
  }
}
