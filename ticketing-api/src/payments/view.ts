import type { Locale } from '@event-sphere/contract/auth'
import type { PaymentStatus } from '@event-sphere/contract/payments'
import { maskPhone } from '../gateways/mpesa/mask-phone.ts'
import type { LockedPurchase } from '../purchases/lock-purchase.ts'
import type { AttemptStatus, PaymentRow } from './payment-row.ts'
import { sayPayment } from './say-payment.ts'

const statuses: Record<AttemptStatus, PaymentStatus['status']> = {
  created: 'pending',
  prompted: 'pending',
  paid: 'completed',
  failed: 'failed',
  expired: 'expired',
}

export interface PaymentParts {
  payment: PaymentRow
  purchase: LockedPurchase
  locale: Locale
}

export function viewPayment({ payment, purchase, locale }: PaymentParts): PaymentStatus {
  return {
    paymentId: payment.id,
    purchaseId: purchase.id,
    checkoutRequestId: payment.checkoutRequestId,
    status: statuses[payment.status],
    purchaseStatus: purchase.status,
    resultCode: payment.resultCode,
    ...sayPayment(payment, purchase, locale),
    amount: payment.amountCents,
    currency: 'KES',
    phoneMasked: maskPhone(payment.phone),
    receipt: payment.receipt,
    promptedAt: payment.createdAt,
    paidAmount: payment.paidCents,
    paidAt: payment.status === 'paid' ? payment.settledAt : null,
  }
}
