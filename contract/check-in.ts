import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { ticketStatus } from './tickets.ts'
import { entranceId, eventId, scanId, ticketId } from './values/ids.ts'
import { instant } from './values/instant.ts'
import { line } from './values/text.ts'

/**
 * What came of a scan. A code that is no ticket of the organization is no result but a refusal, `unknown_ticket`; a
 * purchase that waits for its money has no tickets, so there is no word for one.
 */
export const scanResult = z.enum([
  'admitted',
  'already_admitted',
  /** Good before and after today, but not today. */
  'not_today',
  /** Opens another entrance. */
  'not_here',
  /** Its first day or the entrance's hour has not come, or the event is still a draft. */
  'not_yet',
  /** Its last day is over, or the entrance has closed for the day. */
  'too_late',
  /** As many were admitted at this entrance today as it has room for. */
  'full',
  'wrong_event',
  /** The ticket, or its whole event. */
  'cancelled',
  'refunded',
  'transferred',
])
export type ScanResult = z.output<typeof scanResult>

export const newScan = z.strictObject({
  /** The QR's text, the typed code or the printed code. */
  ticketCode: z.string().trim().min(1).max(400),
  /** Where the device stands. Without `entranceId` it picks the event's entrance of that name, else its default one. */
  checkInLocation: line(100),
  /** The entrance to decide for, and so the event. */
  entranceId: entranceId.optional(),
  /** The event to decide for; without this and `entranceId`, the ticket's own. */
  eventId: eventId.optional(),
  /**
   * The holder's other ticket, as `not_here` named it: the code shows who they are, and this ticket is admitted. Of
   * the same purchase or the same mailbox at this event, or it is not found.
   */
  withTicketId: ticketId.optional(),
  /** By the device's clock; written down, and decides nothing: the API's own clock does. */
  scannedAt: instant.optional(),
  /** The device's own id for this scan: sent again, it gets the same answer. */
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
  /** What to say, in the language asked for. */
  message: z.string(),
  /**
   * The printed code was read, which anybody can count up from their own: let in only if the name is that of the
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
  /** With `already_admitted`: when and where the first one of the day was. */
  admittedBefore: z.object({ scannedAt: instant, checkInLocation: z.string() }).nullable(),
  /** With `not_here`: the holder's ticket that opens this entrance, if they have one, as it stands now. */
  otherTicket: z
    .object({ id: ticketId, ticketTypeName: z.string(), isAlreadyAdmitted: z.boolean() })
    .nullable(),
})
export type Scan = z.output<typeof scan>

export const scanTicket = endpoint({
  method: 'POST',
  path: '/tickets/scan',
  summary: 'Decide at the door, and write it down; refused people get 200 with the reason',
  actor: ['agent', 'admin'],
  body: newScan,
  status: 200,
  reply: scan,
  refusals: ['unknown_ticket', 'not_found', 'rate_limited', 'idempotency_key_reused'],
})
