import * as api from '@event-sphere/contract/matters'
import { on, type Route } from '../call/route.ts'
import { listMatters } from './list-matters.ts'
import { resolveMatter } from './resolve-matter.ts'

export const matterRoutes: readonly Route[] = [
  on(api.listMatters, ({ ctx, caller, query, locale }) => listMatters(ctx, caller, { ...query, locale })),
  on(api.resolveMatter, ({ ctx, caller, params, body, locale }) =>
    resolveMatter(ctx, caller, { id: params.id, note: body.note, locale }),
  ),
]
