import { z } from 'zod'
import { scanResult } from './check-in.ts'
import { entranceId, eventId, paymentId, purchaseId, scanId, ticketId, ticketTypeId } from './values/ids.ts'
import { instant } from './values/instant.ts'
import { currency, money } from './values/money.ts'

/** The most tickets that one `ticket.created` names: a larger purchase is told in several, each well under 20 kB. */
export const mostTicketsTold = 100

/**
 * What can happen, and what is told of it: ids, statuses and amounts, never a person's name or address. Whoever needs
 * more asks by the id. Types and fields are added, never renamed.
 *
 * Nothing transfers a ticket or refunds a purchase yet, so `ticket.transferred` and `refund.completed` are not announced
 * until it does; they may be subscribed to now.
 */
export const happeningData = {
  /** Money came in for one prompt; `amount` is what came, which may differ from what was asked for. */
  'payment.success': z.object({ paymentId, purchaseId, eventId, amount: money, currency }),
  /** One prompt came to nothing. A success can still follow: only money is final. `resultCode` is Safaricom's, if it gave one. */
  'payment.failed': z.object({
    paymentId,
    purchaseId,
    eventId,
    amount: money,
    currency,
    resultCode: z.string().nullable(),
  }),
  /** Free, or paid in full: its tickets are issued. */
  'purchase.completed': z.object({ purchaseId, eventId, totalAmount: money, currency }),
  /** The tickets of one purchase, at most a hundred at a time. */
  'ticket.created': z.object({
    purchaseId,
    eventId,
    tickets: z.array(z.object({ id: ticketId, ticketTypeId })).max(mostTicketsTold),
  }),
  /** One look at a ticket at a door, refusals included; a retry of the same scan is not told again. */
  'ticket.scanned': z.object({
    scanId,
    ticketId,
    eventId,
    entranceId,
    result: scanResult,
    scannedAt: instant,
  }),
  'ticket.transferred': z.object({ ticketId, purchaseId, eventId }),
  'refund.completed': z.object({ purchaseId, eventId, amount: money, currency }),
  /** The event itself, its ticket types or its entrances were created or changed. */
  'event.updated': z.object({ eventId, changed: z.enum(['event', 'ticket_types', 'entrances']) }),
  /** Seats were taken or came back, or there are more or fewer of them: what is left has to be asked for again. */
  'stock.changed': z.object({ eventId }),
} as const

export const happeningType = z.enum(
  Object.keys(happeningData) as [keyof typeof happeningData, ...(keyof typeof happeningData)[]],
)
export type HappeningType = z.output<typeof happeningType>

/** Something that happened in an organization, as it is known inside. */
export type Happening = {
  [Type in HappeningType]: { type: Type; data: z.output<(typeof happeningData)[Type]> }
}[HappeningType]

/** The body of a webhook (Standard Webhooks 1.0.0): what happened, when, and what is told of it. */
export const happeningEnvelope = z.object({
  type: happeningType,
  timestamp: instant,
  data: z.record(z.string(), z.unknown()),
})
