import * as api from '@event-sphere/contract/events'
import { on, type Route } from '../call/route.ts'
import { cancelEvent } from './cancel-event.ts'

export const cancellationRoutes: readonly Route[] = [
  on(api.cancelEvent, ({ ctx, caller, params }) => cancelEvent(ctx, caller, params.id)),
]
