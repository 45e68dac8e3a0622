import * as api from '@event-sphere/contract/entrances'
import { on, type Route } from '../call/route.ts'
import { changeEntrance } from './change-entrance.ts'
import { createEntrance } from './create-entrance.ts'
import { deleteEntrance } from './delete-entrance.ts'
import { listEntrances } from './list-entrances.ts'

export const entranceRoutes: readonly Route[] = [
  on(api.listEntrances, ({ ctx, caller, query }) => listEntrances(ctx, caller, query.eventId)),
  on(api.createEntrance, ({ ctx, caller, body }) => createEntrance(ctx, caller, body)),
  on(api.changeEntrance, ({ ctx, caller, params, body }) => changeEntrance(ctx, caller, params.id, body)),
  on(api.deleteEntrance, ({ ctx, caller, params }) => deleteEntrance(ctx, caller, params.id)),
]
