import * as api from '@event-sphere/contract/events'
import { on, type Route } from '../call/route.ts'
import { changeEvent } from './change-event.ts'
import { createEvent } from './create-event.ts'
import { getEvent } from './get-event.ts'
import { getPublicEvent } from './get-public-event.ts'
import { listEvents } from './list-events.ts'
import { listPublicEvents } from './list-public-events.ts'

export const eventRoutes: readonly Route[] = [
  on(api.createEvent, ({ ctx, caller, body }) => createEvent(ctx, caller, body)),
  on(api.listEvents, ({ ctx, caller, query }) => listEvents(ctx, caller, query)),
  on(api.getEvent, ({ ctx, caller, params }) => getEvent(ctx, caller, params.id)),
  on(api.changeEvent, ({ ctx, caller, params, body }) => changeEvent(ctx, caller, params.id, body)),
  on(api.listPublicEvents, ({ ctx, query }) => listPublicEvents(ctx, query)),
  on(api.getPublicEvent, ({ ctx, params, query }) =>
    getPublicEvent(ctx, params.idOrSlug, query.organizationId),
  ),
]
