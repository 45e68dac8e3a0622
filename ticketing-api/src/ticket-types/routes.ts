import * as api from '@event-sphere/contract/ticket-types'
import { on, type Route } from '../call/route.ts'
import { changeTicketType } from './change-ticket-type.ts'
import { createTicketType } from './create-ticket-type.ts'
import { listPublicTicketTypes } from './list-public-ticket-types.ts'
import { listTicketTypes } from './list-ticket-types.ts'

export const ticketTypeRoutes: readonly Route[] = [
  on(api.createTicketType, ({ ctx, caller, body }) => createTicketType(ctx, caller, body)),
  on(api.changeTicketType, ({ ctx, caller, params, body }) => changeTicketType(ctx, caller, params.id, body)),
  on(api.listTicketTypes, ({ ctx, caller, params }) => listTicketTypes(ctx, caller, params.eventId)),
  on(api.listPublicTicketTypes, ({ ctx, params }) => listPublicTicketTypes(ctx, params.eventId)),
]
