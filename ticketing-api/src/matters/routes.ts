import * as api from '@event-sphere/contract/matters'
import { on, type Route } from '../http/route.ts'
import { listMatters } from './list-matters.ts'
import { resolveMatter } from './resolve-matter.ts'

export const matterRoutes: readonly Route[] = [
  on(api.listMatters, ({ ctx, caller, query }) => listMatters(ctx, caller, query)),
  on(api.resolveMatter, ({ ctx, caller, params, body }) =>
    resolveMatter(ctx, caller, { id: params.id, note: body.note }),
  ),
]
