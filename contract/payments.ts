import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { wholeList } from './events.ts'
import { purchaseStatus } from './purchases.ts'
import { paymentId, purchaseId } from './values/ids.ts'
import { instant } from './values/instant.ts'
import { currency, money } from './values/money.ts'
import { phone } from './values/text.ts'

/**
 * What the buyer can do now: wait, ask for another prompt, look at the tickets, or speak to the organiser.
 * `may_have_paid`: nobody knows how the prompt ended. Another may be asked for, once the buyer has looked for a
 * message of M-Pesa's that money has left; if it has, another would be paid as well.
 */
export const nextStep = z.enum(['wait', 'try_again', 'may_have_paid', 'see_tickets', 'contact_organiser'])

export const paymentStatus = z.object({
  paymentId,
  purchaseId,
  /** Null while Safaricom has not answered the request for a prompt. */
  checkoutRequestId: z.string().nullable(),
  status: z.enum(['pending', 'completed', 'failed', 'expired']),
  purchaseStatus,
  /** Safaricom's own code, as text: some have letters in them. */
  resultCode: z.string().nullable(),
  /** What happened, for the person, in the language asked for. */
  message: z.string(),
  nextStep,
  /** For the person, before the PIN is entered: an earlier prompt for this purchase may have been paid too. */
  warning: z.string().nullable(),
  /** From when another prompt may be asked for; null when it may be now, or need not be. */
  retryAt: instant.nullable(),
  amount: money,
  currency,
  /** `+2547•••••678` */
  phoneMasked: z.string(),
  receipt: z.string().nullable(),
  promptedAt: instant,
  /** What came in, which may differ from what was asked for, and when; null until then. */
  paidAmount: money.nullable(),
  paidAt: instant.nullable(),
})
export type PaymentStatus = z.output<typeof paymentStatus>

export const stkPush = endpoint({
  method: 'POST',
  path: '/payments/mpesa/stk-push',
  summary: 'Ask the phone for the PIN',
  actor: ['customer', 'guest'],
  // What became of the last prompt, a new token and the prompt itself: Safaricom is asked for each.
  outsideSeconds: 25,
  body: z.object({
    purchaseId,
    phoneNumber: phone,
    /** Compared with what is owed, never believed. */
    amount: money.optional(),
    /** Of the plan, and ignored: the account is the purchase's own, so that the money finds it. */
    accountReference: z.string().max(100).optional(),
    /** Of the plan, and ignored: the phone shows who asks and for which account. */
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
  summary: 'How a prompt went; `Prefer: wait=20` waits that long for a change',
  actor: ['customer', 'guest'],
  /** Safaricom's id, or ours of the payment (`payment_…`) while Safaricom has not answered. */
  params: z.object({ checkoutRequestId: z.string().min(1).max(128) }),
  status: 200,
  reply: paymentStatus,
  refusals: ['not_found'],
})

export const listPurchasePayments = endpoint({
  method: 'GET',
  path: '/purchases/{id}/payments',
  summary: 'The attempts to pay one purchase, newest first',
  actor: ['customer', 'guest', 'admin', 'key'],
  params: z.object({ id: purchaseId }),
  status: 200,
  reply: wholeList(paymentStatus),
  refusals: ['not_found'],
})

/** Safaricom's doors: the answer is always the same and tells nothing. */
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
  summary: "The plan's callback address: answers, logs, does nothing",
  actor: ['public'],
  body: z.unknown(),
  status: 200,
  reply: acknowledged,
  refusals: [],
})
