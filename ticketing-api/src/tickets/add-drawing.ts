import type { Ticket } from '@event-sphere/contract/tickets'
import { drawQrPng } from './qr-drawing.ts'

/** The picture of its QR, if the caller may see that. */
export async function addDrawing(ticket: Ticket): Promise<Ticket> {
  if (ticket.qrToken === undefined) return ticket
  const png = await drawQrPng(ticket.qrToken)
  return { ...ticket, qrCode: png.toString('base64') }
}
