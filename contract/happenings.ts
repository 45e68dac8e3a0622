import { z } from 'zod'
import { scanResult } from './check-in.ts'
import { entranceId, eventId, paymentId, purchaseId, scanId, ticketId, ticketTypeId } from './values/ids.ts'
import { instant } from './values/instant.ts'
import { currency, money } from './values/money.ts'

/** The most tickets in one `ticket.created`: a larger purchase is announced in several, each well under 20 kB. */
export const mostTicketsTold = 100

/**
 * What can happen, and what is announced about it: ids, statuses and amounts, never a person's name or address.
 * Receivers get details from the API by id. Types and fields are added, never renamed.
 *
 * Tickets cannot be transferred and purchases not refunded yet, so `ticket.transferred` and `refund.completed` are
 * never announced; webhooks may subscribe to them already.
 */
export const happeningData = {
  /** Money came in for one prompt; `amount` is the amount received, which may differ from the amount requested. */
  'payment.success': z.object({ paymentId, purchaseId, eventId, amount: money, currency }),
  /**
   * One prompt failed. A success can still follow: only money is final. `resultCode` is Safaricom's, if it gave one.
   */
  'payment.failed': z.object({
    paymentId,
    purchaseId,
    eventId,
    amount: money,
    currency,
    resultCode: z.string().nullable(),
  }),
  /** It was free or is paid in full; its tickets are issued. */
  'purchase.completed': z.object({ purchaseId, eventId, totalAmount: money, currency }),
  /** The tickets of one purchase, at most a hundred at a time. */
  'ticket.created': z.object({
    purchaseId,
    eventId,
    tickets: z.array(z.object({ id: ticketId, ticketTypeId })).max(mostTicketsTold),
  }),
  /** One scan of a ticket, including refused ones; a retry of the same scan is not announced again. */
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
  /** The event, its ticket types or its entrances were created or changed. */
  'event.updated': z.object({ eventId, changed: z.enum(['event', 'ticket_types', 'entrances']) }),
  /** Seats were taken or released, or their number changed: query the API for what is left. */
  'stock.changed': z.object({ eventId }),
} as const

export const happeningType = z.enum(
  Object.keys(happeningData) as [keyof typeof happeningData, ...(keyof typeof happeningData)[]],
)
export type HappeningType = z.output<typeof happeningType>

/** Something that happened in an organization, in its internal form. */
export type Happening = {
  [Type in HappeningType]: { type: Type; data: z.output<(typeof happeningData)[Type]> }
}[HappeningType]

/** The body of a webhook (Standard Webhooks 1.0.0): what happened, when, and its data. */
export const happeningEnvelope = z.object({
  type: happeningType,
  timestamp: instant,
  data: z.record(z.string(), z.unknown()),
})
