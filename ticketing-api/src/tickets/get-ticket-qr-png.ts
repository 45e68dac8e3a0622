import type { TicketId } from '@event-sphere/contract/values/ids'
import type { Caller } from '../call/caller.ts'
import { DrawnReply } from '../call/route.ts'
import type { Context } from '../context.ts'
import { loadTicket } from './load-ticket.ts'
import { drawQrPng } from './qr-drawing.ts'
import { signTicket } from './sign-ticket.ts'

/** For those who may hold a picture of it: its owner, and the organization's administrators. */
export async function getTicketQrPng(ctx: Context, caller: Caller, id: TicketId): Promise<DrawnReply> {
  const facts = await loadTicket(ctx, caller, id, ['admin'])
  return new DrawnReply('image/png', await drawQrPng(await signTicket(ctx.database.reader, facts)))
}
