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

/** A guest: a buyer known only by what they told an organization that has a key. */
export const guestBuyer = z.object({
  email,
  firstName: line(100).optional(),
  lastName: line(100).optional(),
  phone: phone.optional(),
})

export const newPurchase = z.object({
  eventId,
  items: z.array(wantedItem).min(1).max(20),
  /** Compared with the actual price, never trusted. */
  totalAmount: money.optional(),
  /** Accepted for compatibility and ignored: the price decides. */
  paymentMethod: z.enum(['none', 'mpesa']).optional(),
  /** Starts the prompt on this phone in the same call. */
  phoneNumber: phone.optional(),
  /** Used with an organization's key: the buyer. */
  buyer: guestBuyer.optional(),
})
export type NewPurchase = z.output<typeof newPurchase>

export const paymentInstructions = z.object({
  method: z.literal('mpesa'),
  /** The prompt sent by this call, if one was; later ones are under `/purchases/{id}/payments`. */
  checkoutRequestId: z.string().optional(),
  /** If a phone number was given but no prompt was sent: the reason, for people, and when to request one. */
  notPrompted: z.object({ message: z.string(), retryAt: instant.nullable() }).optional(),
})
export type PaymentInstructions = z.output<typeof paymentInstructions>

export const purchase = z.object({
  id: purchaseId,
  /** The same as `id`, for compatibility. */
  purchaseId,
  eventId,
  status: purchaseStatus,
  items: z.array(
    z.object({ ticketTypeId, name: z.string(), quantity: z.int(), unitPrice: money, amount: money }),
  ),
  totalAmount: money,
  /** All money received for it. */
  paidAmount: money,
  currency,
  /** The M-Pesa account: shown on the phone beside the amount, and in the organiser's statement. */
  account: z.string(),
  buyer: z.object({
    email: z.string(),
    firstName: z.string().nullable(),
    lastName: z.string().nullable(),
    phone: z.string().nullable(),
  }),
  createdAt: instant,
  /** When the hold on its seats ends, while it awaits payment. */
  expiresAt: instant.nullable(),
  completedAt: instant.nullable(),
  tickets: z.array(ticket),
  paymentInstructions: paymentInstructions.optional(),
})
export type Purchase = z.output<typeof purchase>

export const placePurchase = endpoint({
  method: 'POST',
  path: '/purchases',
  summary: 'Buy tickets: a free purchase is completed at once, a priced one awaits payment',
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
  summary: "The holder's purchases with their tickets, newest first; without QR images",
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
  summary: 'Cancel a purchase that awaits payment; its seats are released at once',
  actor: ['customer', 'guest'],
  params: z.object({ id: purchaseId }),
  status: 200,
  reply: purchase,
  refusals: ['not_found', 'purchase_closed', 'payment_in_progress'],
})
