import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { eventId, purchaseId, ticketId, ticketTypeId } from './values/ids.ts'
import { day, instant } from './values/instant.ts'

export const ticketStatus = z.enum(['valid', 'transferred', 'cancelled', 'refunded'])

const eventOnTicket = z.object({
  id: eventId,
  title: z.string(),
  slug: z.string(),
  startDateTime: instant,
  endDateTime: instant,
  timezone: z.string(),
  locationName: z.string().nullable(),
})
const typeOnTicket = z.object({ id: ticketTypeId, code: z.string(), name: z.string() })

export const ticket = z.object({
  id: ticketId,
  /** For printing and reading aloud: `EBS2026-GA-001234`. */
  ticketCode: z.string(),
  /** Typed at the gate if scanning fails: ten Crockford characters. A secret, like the QR. */
  typedCode: z.string(),
  status: ticketStatus,
  holderName: z.string().nullable(),
  eventId,
  ticketTypeId,
  purchaseId,
  admitsOn: z.array(day),
  issuedAt: instant,
  /** The QR's content: `ES1:` and a signed token. Omitted with `Prefer: return=minimal`, like the fields below. */
  qrToken: z.string().optional(),
  /**
   * The QR as a PNG in base64, without a `data:` prefix. Present in replies about one purchase or ticket, for the first
   * 20 tickets; never in lists. `/tickets/{id}/qr.png` returns each one.
   */
  qrCode: z.string().optional(),
  event: eventOnTicket.optional(),
  ticketType: typeOnTicket.optional(),
})
export type Ticket = z.output<typeof ticket>

/** Gate staff see the holder and the status, but no code that opens the door. */
const ticketInSight = ticket.partial({ typedCode: true })
export type TicketInSight = z.output<typeof ticketInSight>

export const getTicket = endpoint({
  method: 'GET',
  path: '/tickets/{id}',
  summary: "One ticket; its holder and administrators also get the QR's content",
  actor: ['customer', 'guest', 'admin', 'agent'],
  params: z.object({ id: ticketId }),
  status: 200,
  reply: ticketInSight,
  refusals: ['not_found'],
})

const drawing = {
  params: z.object({ id: ticketId }),
  status: 200,
  reply: z.string(),
  refusals: ['not_found'],
} as const

export const getTicketQrPng = endpoint({
  method: 'GET',
  path: '/tickets/{id}/qr.png',
  summary: "A ticket's QR as a PNG image",
  actor: ['customer', 'guest', 'admin'],
  replyType: 'image/png',
  ...drawing,
})

export const getTicketQrSvg = endpoint({
  method: 'GET',
  path: '/tickets/{id}/qr.svg',
  summary: "A ticket's QR as an SVG image",
  actor: ['customer', 'guest', 'admin'],
  replyType: 'image/svg+xml',
  ...drawing,
})
