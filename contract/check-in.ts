import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { ticketStatus } from './tickets.ts'
import { entranceId, eventId, scanId, ticketId } from './values/ids.ts'
import { instant } from './values/instant.ts'
import { line } from './values/text.ts'

/**
 * The result of a scan. A code that matches no ticket of the organization is refused as `unknown_ticket`; an unpaid
 * purchase has no tickets, so no result describes one.
 */
export const scanResult = z.enum([
  'admitted',
  'already_admitted',
  /** Valid before and after today, but not today. */
  'not_today',
  /** Opens another entrance. */
  'not_here',
  /** Its first day or the entrance's opening time has not come, or the event is still a draft. */
  'not_yet',
  /** Its last day is over, or the entrance has closed for the day. */
  'too_late',
  /** The entrance has admitted its capacity for today. */
  'full',
  'wrong_event',
  /** The ticket or its whole event is cancelled. */
  'cancelled',
  'refunded',
  'transferred',
])
export type ScanResult = z.output<typeof scanResult>

export const newScan = z.strictObject({
  /** The QR's text, the typed code or the printed code. */
  ticketCode: z.string().trim().min(1).max(400),
  /** Where the device is. Without `entranceId`, it selects the event's entrance with that name, or the default one. */
  checkInLocation: line(100),
  /** The entrance to check for, which also determines the event. */
  entranceId: entranceId.optional(),
  /** The event to check for; the ticket's own if neither this nor `entranceId` is given. */
  eventId: eventId.optional(),
  /**
   * The holder's other ticket, as named by `not_here`: the code identifies the holder, and this ticket is admitted. It
   * must be of the same purchase, or of the same mailbox at this event; otherwise it is not found.
   */
  withTicketId: ticketId.optional(),
  /** By the device's clock; recorded only. The API's own clock decides. */
  scannedAt: instant.optional(),
  /** The device's own id for this scan: a repeated scan gets the same answer. */
  scanId: scanId.optional(),
})
export type NewScan = z.output<typeof newScan>

export const scan = z.object({
  scanId,
  result: scanResult,
  /** By the API's clock. */
  scannedAt: instant,
  checkInLocation: z.string(),
  entrance: z.object({ id: entranceId, name: z.string() }),
  /** The text to show, in the requested language. */
  message: z.string(),
  /**
   * The printed code was used, which anyone can guess by counting on from their own: admit only if the name matches the
   * person's ID.
   */
  needsNameCheck: z.boolean(),
  ticket: z.object({
    id: ticketId,
    ticketCode: z.string(),
    status: ticketStatus,
    holderName: z.string().nullable(),
    ticketTypeName: z.string(),
    eventTitle: z.string(),
    timezone: z.string(),
  }),
  /** With `already_admitted`: when and where the day's first admission was. */
  admittedBefore: z.object({ scannedAt: instant, checkInLocation: z.string() }).nullable(),
  /** With `not_here`: the holder's ticket for this entrance, if they have one, in its present state. */
  otherTicket: z
    .object({ id: ticketId, ticketTypeName: z.string(), isAlreadyAdmitted: z.boolean() })
    .nullable(),
})
export type Scan = z.output<typeof scan>

export const scanTicket = endpoint({
  method: 'POST',
  path: '/tickets/scan',
  summary:
    'Check a ticket at the entrance and record the scan; a refused ticket also gets 200, with the reason',
  actor: ['agent', 'admin'],
  body: newScan,
  status: 200,
  reply: scan,
  refusals: ['unknown_ticket', 'not_found', 'rate_limited', 'idempotency_key_reused'],
})
