import type { HappeningType } from '@event-sphere/contract/happenings'
import type { OrganizationId, WebhookId } from '@event-sphere/contract/values/ids'
import type { Webhook } from '@event-sphere/contract/webhooks'
import { assignments } from '@event-sphere/kit/database/assignments'
import { type Reader, sql, type Tx } from '@event-sphere/kit/database/database'

/** As the table has it: `*` among the types is all of them. */
export interface WebhookRow extends Omit<Webhook, 'types'> {
  organizationId: OrganizationId
  types: (HappeningType | '*')[]
}

const columns = sql`id, organization_id as "organizationId", url, description, types, status,
  disabled_because as "disabledBecause", failing_since as "failingSince", created_at as "createdAt"`

/** Serializes adding webhooks to an organization. @returns how many there are */
export async function lockAndCount(tx: Tx, organizationId: OrganizationId): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`webhooks ${organizationId}`}, 0))`.execute(tx)
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from webhook_endpoints where organization_id = ${organizationId}`.execute(
    tx,
  )
  return rows[0]?.count ?? 0
}

export type NewWebhookRow = Pick<WebhookRow, 'id' | 'organizationId' | 'url' | 'description' | 'types'>

export async function insertWebhook(tx: Tx, row: NewWebhookRow): Promise<WebhookRow> {
  const { rows } = await sql<WebhookRow>`
    insert into webhook_endpoints (id, organization_id, url, description, types)
    values (${row.id}, ${row.organizationId}, ${row.url}, ${row.description}, ${row.types}::text[])
    returning ${columns}`.execute(tx)
  const [inserted] = rows
  if (!inserted) throw new Error('an insert returned no row')
  return inserted
}

export async function listRows(reader: Reader, organizationId: OrganizationId): Promise<WebhookRow[]> {
  const { rows } = await sql<WebhookRow>`
    select ${columns} from webhook_endpoints where organization_id = ${organizationId} order by id`.execute(
    reader,
  )
  return rows
}

export async function findRow(
  reader: Reader,
  id: WebhookId,
  organizationId: OrganizationId,
): Promise<WebhookRow | undefined> {
  const { rows } = await sql<WebhookRow>`
    select ${columns} from webhook_endpoints where id = ${id} and organization_id = ${organizationId}`.execute(
    reader,
  )
  return rows[0]
}

/** Locked until the transaction ends; recording the result of a delivery waits. */
export async function lockRow(
  tx: Tx,
  id: WebhookId,
  organizationId: OrganizationId,
): Promise<WebhookRow | undefined> {
  const { rows } = await sql<WebhookRow>`
    select ${columns} from webhook_endpoints
    where id = ${id} and organization_id = ${organizationId} for update`.execute(tx)
  return rows[0]
}

export type WebhookSet = { [Name in 'url' | 'description' | 'types']: WebhookRow[Name] | undefined }

/** Undefined values stay as they are; null empties. */
export async function updateWebhook(
  tx: Tx,
  id: WebhookId,
  { url, description, types }: WebhookSet,
): Promise<void> {
  const set = assignments({ url, description, types })
  if (set) await sql`update webhook_endpoints set ${set} where id = ${id}`.execute(tx)
}

export async function markActive(tx: Tx, id: WebhookId): Promise<void> {
  await sql`
    update webhook_endpoints set status = 'active', disabled_because = null, failing_since = null
    where id = ${id} and status = 'disabled'`.execute(tx)
}

/** False if it was off already. */
export async function markDisabled(
  tx: Tx,
  id: WebhookId,
  because: NonNullable<WebhookRow['disabledBecause']>,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update webhook_endpoints set status = 'disabled', disabled_because = ${because}
    where id = ${id} and status = 'active'`.execute(tx)
  return numAffectedRows === 1n
}

export async function deleteWebhookRow(
  tx: Tx,
  id: WebhookId,
  organizationId: OrganizationId,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from webhook_endpoints where id = ${id} and organization_id = ${organizationId}`.execute(tx)
  return numAffectedRows === 1n
}

/** It answered. */
export async function clearFailing(tx: Tx, id: WebhookId): Promise<void> {
  await sql`update webhook_endpoints set failing_since = null where id = ${id} and failing_since is not null`.execute(
    tx,
  )
}

/** It did not. @returns since when it has not */
export async function noteFailing(tx: Tx, id: WebhookId, now: Date): Promise<Date> {
  const { rows } = await sql<{ since: Date }>`
    update webhook_endpoints set failing_since = coalesce(failing_since, ${now}::timestamptz)
    where id = ${id} returning failing_since as since`.execute(tx)
  return rows[0]?.since ?? now
}
