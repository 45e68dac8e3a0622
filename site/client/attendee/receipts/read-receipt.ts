import type { PaidFor, WirePayment } from '../payment/find-payments.ts'

/** One time that money came in. */
export interface Received {
  amount: number
  at: string
  /** M-Pesa's number of it; null where none is known. */
  receipt: string | null
  phoneMasked: string | null
}

type Paid = Pick<PaidFor, 'status' | 'totalAmount' | 'paidAmount' | 'createdAt' | 'completedAt'>
type Attempt = Pick<WirePayment, 'status' | 'amount' | 'promptedAt' | 'receipt' | 'phoneMasked'>

/** What came in for a purchase, oldest first; of its attempts, the newest is first. */
export function readReceived(purchase: Paid, payments: Attempt[]): Received[] {
  const paid = payments.filter(({ status }) => status === 'completed').reverse()
  const known = paid.map(({ amount, promptedAt, receipt, phoneMasked }) => ({
    // What came from the one phone that paid is what came in, though it may differ from what was asked for.
    amount: paid.length === 1 ? purchase.paidAmount : amount,
    at: (paid.length === 1 && purchase.completedAt) || promptedAt,
    receipt,
    phoneMasked,
  }))
  if (known.length > 0) return known
  const at = purchase.completedAt ?? purchase.createdAt
  return [{ amount: purchase.paidAmount, at, receipt: null, phoneMasked: null }]
}

export type Owed = { amount: number; isOverpaid: boolean }

/** What the organiser has of it that is the buyer's; undefined where there is nothing. */
export function readOwed({ status, paidAmount, totalAmount }: Paid): Owed | undefined {
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
