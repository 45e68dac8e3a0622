import type { PaidFor } from './find-payments.ts'

/** What is still to be paid: part of the money may be here already. The API takes no other amount. */
export const dueOf = ({ totalAmount, paidAmount }: Pick<PaidFor, 'totalAmount' | 'paidAmount'>): number =>
  Math.max(0, totalAmount - paidAmount)
