import type { Organization } from '@event-sphere/contract/organizations'
import type { OrganizationId } from '@event-sphere/contract/values/ids'
import type { Caller } from '../call/caller.ts'
import { refuse } from '../call/refuse.ts'
import type { Context } from '../context.ts'
import { actsFor } from './own-organization.ts'
import { findOrganization } from './store.ts'
import { viewOrganization } from './view.ts'

export async function getOrganization(
  ctx: Context,
  caller: Caller,
  id: OrganizationId,
): Promise<Organization> {
  const row = actsFor(caller, id) ? await findOrganization(ctx.database.reader, id) : undefined
  if (!row) throw refuse('not_found')
  return viewOrganization(row)
}
