import * as api from '@event-sphere/contract/tickets'
import { on, type Route } from '../call/route.ts'
import { atTicket } from './at-ticket.ts'
import { getTicket } from './get-ticket.ts'
import { getTicketQrPng } from './get-ticket-qr-png.ts'
import { getTicketQrSvg } from './get-ticket-qr-svg.ts'

export const ticketRoutes: readonly Route[] = [
  on(api.getTicket, ({ ctx, caller, params, wants }) =>
    atTicket(ctx, params.id, () => getTicket(ctx, caller, params.id, wants.isMinimal)),
  ),
  on(api.getTicketQrPng, ({ ctx, caller, params }) =>
    atTicket(ctx, params.id, () => getTicketQrPng(ctx, caller, params.id)),
  ),
  on(api.getTicketQrSvg, ({ ctx, caller, params }) =>
    atTicket(ctx, params.id, () => getTicketQrSvg(ctx, caller, params.id)),
  ),
]
