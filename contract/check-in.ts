import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { scanId, ticketId } from './values/ids.ts'
import { instant } from './values/instant.ts'
import { line } from './values/text.ts'

export const scanResult = z.enum([
  'admitted',
  'already_admitted',
  'not_today',
  'not_here',
  'unpaid',
  'cancelled',
  'refunded',
  'transferred',
  'unknown',
  'wrong_event',
  'not_yet',
  'too_late',
])
export type ScanResult = z.output<typeof scanResult>

export const newScan = z.object({
  /** The QR's text, the typed code or the printed code. */
  ticketCode: z.string().trim().min(1).max(400),
  checkInLocation: line(100),
  scannedAt: instant.optional(),
  /** The device's own id for this scan: sent again, it gets the same answer. */
  scanId: scanId.optional(),
})
export type NewScan = z.output<typeof newScan>

export const scan = z.object({
  scanId,
  result: scanResult,
  scannedAt: instant,
  checkInLocation: z.string(),
  /** What to say, in the language asked for. */
  message: z.string(),
  ticket: z.object({
    id: ticketId,
    ticketCode: z.string(),
    holderName: z.string().nullable(),
    ticketTypeName: z.string(),
    eventTitle: z.string(),
    timezone: z.string(),
  }),
  /** With `already_admitted`: when and where the first one of the day was. */
  admittedBefore: z.object({ scannedAt: instant, checkInLocation: z.string() }).nullable(),
})
export type Scan = z.output<typeof scan>

export const scanTicket = endpoint({
  method: 'POST',
  path: '/tickets/scan',
  summary: 'Decide at the door, and write it down; refused people get 200 with the reason',
  actor: ['agent', 'admin'],
  idempotencyKey: 'accepted',
  body: newScan,
  status: 200,
  reply: scan,
  refusals: ['unknown_ticket', 'rate_limited', 'idempotency_key_reused'],
})
