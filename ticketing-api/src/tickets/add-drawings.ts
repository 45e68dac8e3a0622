import type { Ticket } from '@event-sphere/contract/tickets'
import { addDrawing } from './add-drawing.ts'

/** A picture is a few milliseconds of the process that everybody shares, so one reply has only so many. */
export const mostDrawings = 20

/** Adds to the first tickets whose QR is known the picture of it. Drawing takes time: never inside a transaction. */
export async function addDrawings<Reply extends { tickets: readonly Ticket[] }>(
  reply: Reply,
): Promise<Reply> {
  const tickets: Ticket[] = []
  for (const ticket of reply.tickets.slice(0, mostDrawings)) tickets.push(await addDrawing(ticket))
  return { ...reply, tickets: [...tickets, ...reply.tickets.slice(mostDrawings)] }
}
