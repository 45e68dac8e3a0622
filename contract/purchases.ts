import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { page, pageOf } from './events.ts'
import { ticket } from './tickets.ts'
import { eventId, purchaseId, ticketTypeId } from './values/ids.ts'
import { instant } from './values/instant.ts'
import { currency, money } from './values/money.ts'
import { email, line, phone } from './values/text.ts'

export const purchaseStatus = z.enum([
  'pending_payment',
  'completed',
  'expired',
  'cancelled',
  'owed_back',
  'partially_refunded',
  'refunded',
])
export type PurchaseStatus = z.output<typeof purchaseStatus>

const wantedItem = z.object({ ticketTypeId, quantity: z.int().min(1).max(100) })

/** A guest: somebody known only by what they told an organization that holds a key. */
export const guestBuyer = z.object({
  email,
  firstName: line(100).optional(),
  lastName: line(100).optional(),
  phone: phone.optional(),
})

export const newPurchase = z.object({
  eventId,
  items: z.array(wantedItem).min(1).max(20),
  /** Compared with what it costs, never believed. */
  totalAmount: money.optional(),
  /** Of the plan, and ignored: what it costs decides. */
  paymentMethod: z.enum(['none', 'mpesa']).optional(),
  /** Starts the prompt on this phone in the same call. */
  phoneNumber: phone.optional(),
  /** With an organization's key: who it is for. */
  buyer: guestBuyer.optional(),
})
export type NewPurchase = z.output<typeof newPurchase>

export const paymentInstructions = z.object({
  method: z.literal('mpesa'),
  /** Of the prompt that went out with this call, where one did; later ones are under `/purchases/{id}/payments`. */
  checkoutRequestId: z.string().optional(),
  /** With a phone number in the same call: why no prompt went out, for people, and when to ask for one. */
  notPrompted: z.object({ message: z.string(), retryAt: instant.nullable() }).optional(),
})
export type PaymentInstructions = z.output<typeof paymentInstructions>

export const purchase = z.object({
  id: purchaseId,
  /** The same as `id`: the plan's checkout answer calls it so. */
  purchaseId,
  eventId,
  status: purchaseStatus,
  items: z.array(
    z.object({ ticketTypeId, name: z.string(), quantity: z.int(), unitPrice: money, amount: money }),
  ),
  totalAmount: money,
  /** Money that came in for it, by any way. */
  paidAmount: money,
  currency,
  /** What M-Pesa calls the account: it stands on the phone beside the amount, and in the organiser's statement. */
  account: z.string(),
  buyer: z.object({
    email: z.string(),
    firstName: z.string().nullable(),
    lastName: z.string().nullable(),
    phone: z.string().nullable(),
  }),
  createdAt: instant,
  /** Until when its seats are held, while it waits for money. */
  expiresAt: instant.nullable(),
  completedAt: instant.nullable(),
  tickets: z.array(ticket),
  paymentInstructions: paymentInstructions.optional(),
})
export type Purchase = z.output<typeof purchase>

export const placePurchase = endpoint({
  method: 'POST',
  path: '/purchases',
  summary: 'Buy: a free purchase is complete at once, a priced one waits for its money',
  actor: ['customer', 'guest'],
  body: newPurchase,
  status: 201,
  reply: purchase,
  refusals: [
    'mailbox_unproven',
    'not_found',
    'ticket_type_unknown',
    'sale_closed',
    'sales_paused',
    'sold_out',
    'limit_reached',
    'too_many_unpaid',
    'amount_too_large',
    'requirement_missing',
    'total_changed',
    'phone_invalid',
  ],
})

export const listMyPurchases = endpoint({
  method: 'GET',
  path: '/purchases/my-purchases',
  summary: "The holder's purchases with their tickets, newest first; without pictures of the QRs",
  actor: ['customer'],
  query: z.object({ ...page, eventId: eventId.optional() }),
  status: 200,
  reply: pageOf(purchase),
  refusals: [],
})

export const getPurchase = endpoint({
  method: 'GET',
  path: '/purchases/{id}',
  summary: 'One purchase',
  actor: ['customer', 'guest', 'admin'],
  params: z.object({ id: purchaseId }),
  status: 200,
  reply: purchase,
  refusals: ['not_found'],
})

export const cancelPurchase = endpoint({
  method: 'POST',
  path: '/purchases/{id}/cancel',
  summary: 'Give up a purchase that waits for money; its seats are free at once',
  actor: ['customer', 'guest'],
  params: z.object({ id: purchaseId }),
  status: 200,
  reply: purchase,
  refusals: ['not_found', 'purchase_closed', 'payment_in_progress'],
})
