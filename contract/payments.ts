import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { wholeList } from './events.ts'
import { purchaseStatus } from './purchases.ts'
import { paymentId, purchaseId } from './values/ids.ts'
import { instant } from './values/instant.ts'
import { currency, money } from './values/money.ts'
import { phone } from './values/text.ts'

/**
 * What the buyer can do now: wait, request another prompt, see the tickets, or contact the organiser. `may_have_paid`:
 * the outcome of the prompt is unknown. Another may be requested after the buyer has checked for an M-Pesa message that
 * money has left; if it has, the buyer would pay twice.
 */
export const nextStep = z.enum(['wait', 'try_again', 'may_have_paid', 'see_tickets', 'contact_organiser'])

export const paymentStatus = z.object({
  paymentId,
  purchaseId,
  /** Null until Safaricom has answered the request for a prompt. */
  checkoutRequestId: z.string().nullable(),
  status: z.enum(['pending', 'completed', 'failed', 'expired']),
  purchaseStatus,
  /** Safaricom's own code, as text: some contain letters. */
  resultCode: z.string().nullable(),
  /** What happened, for the buyer, in the requested language. */
  message: z.string(),
  nextStep,
  /** To show before the PIN is entered: an earlier prompt for this purchase may have been paid too. */
  warning: z.string().nullable(),
  /** When another prompt may be requested; null if it may be now, or is not needed. */
  retryAt: instant.nullable(),
  amount: money,
  currency,
  /** `+2547•••••678` */
  phoneMasked: z.string(),
  receipt: z.string().nullable(),
  promptedAt: instant,
  /** The amount received, which may differ from the amount requested, and when; null until then. */
  paidAmount: money.nullable(),
  paidAt: instant.nullable(),
})
export type PaymentStatus = z.output<typeof paymentStatus>

export const stkPush = endpoint({
  method: 'POST',
  path: '/payments/mpesa/stk-push',
  summary: 'Send an M-Pesa prompt to a phone',
  actor: ['customer', 'guest'],
  // Up to three calls to Safaricom: the state of the last prompt, a new token, and the prompt itself.
  outsideSeconds: 25,
  body: z.object({
    purchaseId,
    phoneNumber: phone,
    /** Compared with what is owed, never trusted. */
    amount: money.optional(),
    /**
     * Accepted for compatibility and ignored: the account is always the purchase's own, so that the money can be
     * matched.
     */
    accountReference: z.string().max(100).optional(),
    /** Accepted for compatibility and ignored: the phone shows the payee and the account. */
    transactionDesc: z.string().max(200).optional(),
  }),
  status: 201,
  reply: paymentStatus,
  refusals: [
    'not_found',
    'phone_invalid',
    'purchase_closed',
    'sale_closed',
    'sales_paused',
    'total_changed',
    'payment_in_progress',
    'phone_busy',
    'same_amount_just_paid',
    'payment_provider_refused',
    'rate_limited',
  ],
})

export const getPaymentStatus = endpoint({
  method: 'GET',
  path: '/payments/mpesa/status/{checkoutRequestId}',
  summary: 'Get the state of a prompt; `Prefer: wait=20` waits up to 20 seconds for a change',
  actor: ['customer', 'guest'],
  /** Safaricom's id, or the payment's own (`payment_…`) until Safaricom has answered. */
  params: z.object({ checkoutRequestId: z.string().min(1).max(128) }),
  status: 200,
  reply: paymentStatus,
  refusals: ['not_found'],
})

export const listPurchasePayments = endpoint({
  method: 'GET',
  path: '/purchases/{id}/payments',
  summary: 'The payment attempts of one purchase, newest first',
  actor: ['customer', 'guest', 'admin', 'key'],
  params: z.object({ id: purchaseId }),
  status: 200,
  reply: wholeList(paymentStatus),
  refusals: ['not_found'],
})

/** The answer to Safaricom is always the same and reveals nothing. */
export const acknowledged = z.object({ ResultCode: z.literal(0), ResultDesc: z.literal('Accepted') })

export const receiveCallback = endpoint({
  method: 'POST',
  path: '/payments/callbacks/{token}',
  summary: 'Where Safaricom tells the outcome of one prompt',
  actor: ['public'],
  params: z.object({ token: z.string() }),
  body: z.unknown(),
  status: 200,
  reply: acknowledged,
  refusals: [],
})

export const receivePlanCallback = endpoint({
  method: 'POST',
  path: '/payments/mpesa/callback',
  summary: 'Fixed callback address, unused: answers and logs, but has no effect',
  actor: ['public'],
  body: z.unknown(),
  status: 200,
  reply: acknowledged,
  refusals: [],
})
