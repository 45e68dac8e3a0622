import type { NewOrganization, Organization } from '@event-sphere/contract/organizations'
import type { OrganizationId } from '@event-sphere/contract/values/ids'
import { newUuid } from '@event-sphere/kit/ids'
import type { Context } from '../context.ts'
import { insertOrganization } from './store.ts'
import { viewOrganization } from './view.ts'

export async function createOrganization(ctx: Context, wanted: NewOrganization): Promise<Organization> {
  const row = await ctx.database.transaction((tx) =>
    insertOrganization(tx, newUuid() as OrganizationId, wanted),
  )
  return viewOrganization(row)
}
