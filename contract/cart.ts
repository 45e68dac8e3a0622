import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { guestBuyer, purchase } from './purchases.ts'
import { cartId, eventId, ticketTypeId } from './values/ids.ts'
import { instant } from './values/instant.ts'
import { currency, money } from './values/money.ts'
import { phone } from './values/text.ts'

export const cart = z.object({
  /** Null while the cart is empty. */
  id: cartId.nullable(),
  eventId: eventId.nullable(),
  items: z.array(
    z.object({ ticketTypeId, name: z.string(), quantity: z.int(), unitPrice: money, amount: money }),
  ),
  totalAmount: money,
  currency,
  /** When the hold on its seats ends: 30 minutes after the first item. */
  expiresAt: instant.nullable(),
})
export type Cart = z.output<typeof cart>

const stockRefusals = [
  'ticket_type_unknown',
  'sale_closed',
  'sales_paused',
  'sold_out',
  'limit_reached',
  'too_many_unpaid',
  'not_found',
] as const

/**
 * Used with an organization's key, to name one of its guests' carts; POST /cart without it opens a new one. A signed-in
 * person has one cart.
 */
const whose = { cartId: cartId.optional() }

export const addToCart = endpoint({
  method: 'POST',
  path: '/cart',
  summary: 'Add tickets to the cart; their seats are held for 30 minutes',
  actor: ['customer', 'guest'],
  body: z.object({ ticketTypeId, quantity: z.int().min(1).max(100).default(1), ...whose }),
  status: 201,
  reply: cart,
  refusals: ['mailbox_unproven', ...stockRefusals, 'cart_other_event'],
})

export const getCart = endpoint({
  method: 'GET',
  path: '/cart',
  summary: 'Get the cart and the end of its hold',
  actor: ['customer', 'guest'],
  query: z.object(whose),
  status: 200,
  reply: cart,
  refusals: [],
})

export const changeCartItem = endpoint({
  method: 'PATCH',
  path: '/cart/items/{ticketTypeId}',
  summary: 'Change a quantity',
  actor: ['customer', 'guest'],
  params: z.object({ ticketTypeId }),
  query: z.object(whose),
  body: z.object({ quantity: z.int().min(1).max(100) }),
  status: 200,
  reply: cart,
  refusals: stockRefusals,
})

export const removeCartItem = endpoint({
  method: 'DELETE',
  path: '/cart/items/{ticketTypeId}',
  summary: 'Remove a ticket type from the cart; its seats are released at once',
  actor: ['customer', 'guest'],
  params: z.object({ ticketTypeId }),
  query: z.object(whose),
  status: 200,
  reply: cart,
  refusals: ['mailbox_unproven', 'not_found'],
})

export const checkout = endpoint({
  method: 'POST',
  path: '/cart/checkout',
  summary: 'Turn the cart and its seats into a purchase',
  actor: ['customer', 'guest'],
  body: z
    .object({
      phoneNumber: phone.optional(),
      totalAmount: money.optional(),
      ...whose,
      /** Used with an organization's key: the buyer. */
      buyer: guestBuyer.optional(),
    })
    .default({}),
  status: 201,
  reply: purchase,
  refusals: [
    'cart_empty',
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
