import * as api from '@event-sphere/contract/organizations'
import { on, type Route } from '../call/route.ts'
import { changeOrganization } from './change-organization.ts'
import { createApiKey } from './create-api-key.ts'
import { createOrganization } from './create-organization.ts'
import { getOrganization } from './get-organization.ts'
import { listApiKeys } from './list-api-keys.ts'
import { revokeApiKey } from './revoke-api-key.ts'

export const organizationRoutes: readonly Route[] = [
  on(api.createOrganization, ({ ctx, body }) => createOrganization(ctx, body)),
  on(api.getOrganization, ({ ctx, caller, params }) => getOrganization(ctx, caller, params.id)),
  on(api.changeOrganization, ({ ctx, caller, params, body }) =>
    changeOrganization(ctx, caller, params.id, body),
  ),
  on(api.createApiKey, ({ ctx, caller, params, body }) => createApiKey(ctx, caller, params.id, body)),
  on(api.listApiKeys, ({ ctx, caller, params }) => listApiKeys(ctx, caller, params.id)),
  on(api.revokeApiKey, ({ ctx, caller, params }) => revokeApiKey(ctx, caller, params)),
]
