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
  /** Printed and read aloud: `EBS2026-GA-001234`. */
  ticketCode: z.string(),
  /** Typed at the gate where no camera helps: ten Crockford characters. A secret, as the QR is. */
  typedCode: z.string(),
  status: ticketStatus,
  holderName: z.string().nullable(),
  eventId,
  ticketTypeId,
  purchaseId,
  admitsOn: z.array(day),
  issuedAt: instant,
  /** What the QR says: `ES1:` and a signed token. Left out under `Prefer: return=minimal`, like all below. */
  qrToken: z.string().optional(),
  /**
   * The QR as a PNG, base64 without a data: head. In replies about one purchase or ticket, of the first 20 tickets;
   * lists have none. `/tickets/{id}/qr.png` draws each.
   */
  qrCode: z.string().optional(),
  event: eventOnTicket.optional(),
  ticketType: typeOnTicket.optional(),
})
export type Ticket = z.output<typeof ticket>

/** Gate staff see whose it is and whether it is good; what opens the door is left out. */
const ticketInSight = ticket.partial({ typedCode: true })
export type TicketInSight = z.output<typeof ticketInSight>

export const getTicket = endpoint({
  method: 'GET',
  path: '/tickets/{id}',
  summary: 'One ticket; with what its QR says for its holder and for administrators',
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
  summary: "A ticket's QR as a picture",
  actor: ['customer', 'guest', 'admin'],
  replyType: 'image/png',
  ...drawing,
})

export const getTicketQrSvg = endpoint({
  method: 'GET',
  path: '/tickets/{id}/qr.svg',
  summary: "A ticket's QR as a drawing",
  actor: ['customer', 'guest', 'admin'],
  replyType: 'image/svg+xml',
  ...drawing,
})
