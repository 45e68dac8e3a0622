import type { TicketId } from '@event-sphere/contract/values/ids'
import type { Caller } from '../caller.ts'
import type { Context } from '../context.ts'
import { DrawnReply } from '../http/route.ts'
import { drawQrSvg } from './draw-qr.ts'
import { getQrText } from './get-qr-text.ts'

export async function getTicketQrSvg(ctx: Context, caller: Caller, id: TicketId): Promise<DrawnReply> {
  return new DrawnReply('image/svg+xml; charset=utf-8', await drawQrSvg(await getQrText(ctx, caller, id)))
}
