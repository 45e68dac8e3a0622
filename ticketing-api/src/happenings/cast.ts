import type { HappeningType } from '@event-sphere/contract/happenings'
import { sql } from '@event-sphere/kit/database/database'
import { foundOrganization } from '../cast/staff.ts'
import type { TestApi } from '../cast/start-api.ts'

/** A webhook of the organization, or of another one, that listens to these types; to all, if nothing is said. */
export async function aListener(
  api: TestApi,
  types: readonly (HappeningType | '*')[] = ['*'],
  { status = 'active', isOfAnother = false }: { status?: 'active' | 'disabled'; isOfAnother?: boolean } = {},
): Promise<void> {
  const owner = isOfAnother
    ? (await foundOrganization(api.call, api.platform, 'stranger')).organizationId
    : api.organizationId
  await sql`
    insert into webhook_endpoints (id, organization_id, url, types, status, disabled_because)
    values (uuidv7(), ${owner.replace('org_', '')}::uuid, 'https://' || gen_random_uuid() || '.invalid/', ${types}::text[], ${status},
      ${status === 'disabled' ? 'gone' : null})`.execute(api.ctx.database.reader)
}

export interface Kept {
  type: HappeningType
  data: Record<string, unknown>
}

/** What was kept, first to last; of one transaction in the order of the types. */
export async function happened(api: TestApi): Promise<Kept[]> {
  const { rows } = await sql<Kept>`
    select type, data from happenings order by happened_at, type, id`.execute(api.ctx.database.reader)
  return rows
}

export const typesOf = (kept: readonly Kept[]) => kept.map(({ type }) => type).sort()
