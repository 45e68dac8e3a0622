import type { TicketId } from '@event-sphere/contract/values/ids'
import type { Caller } from '../caller.ts'
import type { Context } from '../context.ts'
import { DrawnReply } from '../http/route.ts'
import { drawQrPng } from './draw-qr.ts'
import { getQrText } from './get-qr-text.ts'

export async function getTicketQrPng(ctx: Context, caller: Caller, id: TicketId): Promise<DrawnReply> {
  return new DrawnReply('image/png', await drawQrPng(await getQrText(ctx, caller, id)))
}
