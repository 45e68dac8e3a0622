import * as api from '@event-sphere/contract/check-in'
import { onKept, type Route } from '../call/route.ts'
import { scanTicket } from './scan-ticket.ts'

export const checkInRoutes: readonly Route[] = [
  onKept(api.scanTicket, ({ ctx, caller, body, idempotencyKey, locale }) =>
    scanTicket(ctx, caller, { wanted: body, idempotencyKey, locale }),
  ),
]
