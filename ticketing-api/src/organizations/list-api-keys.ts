import type { ApiKey } from '@event-sphere/contract/organizations'
import type { OrganizationId } from '@event-sphere/contract/values/ids'
import type { Caller } from '../call/caller.ts'
import { refuse } from '../call/refuse.ts'
import type { Context } from '../context.ts'
import { actsFor } from './own-organization.ts'
import { findOrganization, listKeys } from './store.ts'

export async function listApiKeys(
  ctx: Context,
  caller: Caller,
  organizationId: OrganizationId,
): Promise<{ items: ApiKey[]; next: null }> {
  const { reader } = ctx.database
  if (!actsFor(caller, organizationId) || !(await findOrganization(reader, organizationId)))
    throw refuse('not_found')
  return { items: await listKeys(reader, organizationId), next: null }
}
