import type { PaidFor } from './find-payments.ts'

/** The amount still due: part of it may have been paid. The API accepts no other amount. */
export const dueOf = ({ totalAmount, paidAmount }: Pick<PaidFor, 'totalAmount' | 'paidAmount'>): number =>
  Math.max(0, totalAmount - paidAmount)
