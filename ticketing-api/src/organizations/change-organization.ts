import type { Organization, OrganizationChange } from '@event-sphere/contract/organizations'
import type { OrganizationId } from '@event-sphere/contract/values/ids'
import type { Caller } from '../call/caller.ts'
import { refuse } from '../call/refuse.ts'
import type { Context } from '../context.ts'
import { actsFor } from './own-organization.ts'
import { updateOrganization } from './store.ts'
import { viewOrganization } from './view.ts'

/** An organization's people and keys change its profile; only the platform changes its status. */
export async function changeOrganization(
  ctx: Context,
  caller: Caller,
  id: OrganizationId,
  change: OrganizationChange,
): Promise<Organization> {
  if (!actsFor(caller, id)) throw refuse('not_found')
  const isPlatform = caller.kind === 'user' && caller.roles.includes('platform')
  if (change.status !== undefined && !isPlatform)
    throw refuse('forbidden', {
      errors: [{ pointer: '/status', fault: 'platform_only' }],
    })
  const row = await ctx.database.transaction((tx) => updateOrganization(tx, id, change))
  if (!row) throw refuse('not_found')
  return viewOrganization(row)
}
