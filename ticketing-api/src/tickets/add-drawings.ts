import type { Ticket } from '@event-sphere/contract/tickets'
import { drawQrPng } from './draw-qr.ts'

/** Adds to each ticket whose QR is known the picture of it. Drawing costs time: never inside a transaction. */
export async function addDrawings<Reply extends { tickets: readonly Ticket[] }>(
  reply: Reply,
): Promise<Reply> {
  const tickets: Ticket[] = []
  for (const ticket of reply.tickets) tickets.push(await addDrawing(ticket))
  return { ...reply, tickets }
}

export async function addDrawing(ticket: Ticket): Promise<Ticket> {
  if (ticket.qrToken === undefined) return ticket
  const png = await drawQrPng(ticket.qrToken)
  return { ...ticket, qrCode: png.toString('base64') }
}
