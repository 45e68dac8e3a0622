import type { ApiKey, NewOrganization, OrganizationChange } from '@event-sphere/contract/organizations'
import type { ApiKeyId, OrganizationId } from '@event-sphere/contract/values/ids'
import { assignments } from '@event-sphere/kit/database/assignments'
import { type Reader, sql, type Tx } from '@event-sphere/kit/database/database'

export interface OrganizationRow {
  id: OrganizationId
  name: string
  description: string | null
  email: string
  phone: string | null
  address: string | null
  city: string | null
  country: string | null
  website: string | null
  status: 'active' | 'suspended'
  createdAt: Date
}

const columns = sql`id, name, description, email, phone, address, city, country, website, status,
  created_at as "createdAt"`

export async function insertOrganization(
  tx: Tx,
  id: OrganizationId,
  wanted: NewOrganization,
): Promise<OrganizationRow> {
  const { rows } = await sql<OrganizationRow>`
    insert into organizations (id, name, description, email, phone, address, city, country, website, status)
    values (${id}, ${wanted.name}, ${wanted.description ?? null}, ${wanted.email}, ${wanted.phone ?? null},
      ${wanted.address ?? null}, ${wanted.city ?? null}, ${wanted.country ?? null}, ${wanted.website ?? null},
      ${wanted.status})
    returning ${columns}`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('an insert returned no row')
  return row
}

export async function findOrganization(
  reader: Reader,
  id: OrganizationId,
): Promise<OrganizationRow | undefined> {
  const { rows } = await sql<OrganizationRow>`
    select ${columns} from organizations where id = ${id}`.execute(reader)
  return rows[0]
}

/** Undefined values stay as they are; null empties. */
export async function updateOrganization(
  tx: Tx,
  id: OrganizationId,
  change: OrganizationChange,
): Promise<OrganizationRow | undefined> {
  const set = assignments({ ...change })
  if (!set) return findOrganization(tx, id)
  const { rows } = await sql<OrganizationRow>`
    update organizations set ${set} where id = ${id} returning ${columns}`.execute(tx)
  return rows[0]
}

export interface NewApiKey {
  id: ApiKeyId
  organizationId: OrganizationId
  name: string
  mode: 'live' | 'test'
  keyHash: Buffer
}

/** The instant it was made at; undefined if there is no such organization. */
export async function insertApiKey(tx: Tx, key: NewApiKey): Promise<Date | undefined> {
  const { rows } = await sql<{ createdAt: Date }>`
    insert into api_keys (id, organization_id, name, mode, key_hash)
    select ${key.id}, id, ${key.name}, ${key.mode}, ${key.keyHash}
    from organizations where id = ${key.organizationId}
    returning created_at as "createdAt"`.execute(tx)
  return rows[0]?.createdAt
}

export interface ApiKeyRow {
  id: ApiKeyId
  organizationId: OrganizationId
  isUseDue: boolean
}

/** A key that works; `isUseDue` says that its last use was noted more than a minute ago. */
export async function findLiveKey(reader: Reader, keyHash: Buffer): Promise<ApiKeyRow | undefined> {
  const { rows } = await sql<ApiKeyRow>`
    select k.id, k.organization_id as "organizationId",
      coalesce(k.last_used_at < clock.now() - interval '1 minute', true) as "isUseDue"
    from api_keys k join organizations o on o.id = k.organization_id
    where k.key_hash = ${keyHash} and k.revoked_at is null and o.status = 'active'`.execute(reader)
  return rows[0]
}

export async function markKeyUsed(tx: Tx, id: ApiKeyId): Promise<void> {
  await sql`
    update api_keys set last_used_at = clock.now()
    where id = ${id} and coalesce(last_used_at < clock.now() - interval '1 minute', true)`.execute(tx)
}

export async function listKeys(reader: Reader, organizationId: OrganizationId): Promise<ApiKey[]> {
  const { rows } = await sql<ApiKey>`
    select id, name, mode, created_at as "createdAt", last_used_at as "lastUsedAt", revoked_at as "revokedAt"
    from api_keys where organization_id = ${organizationId} order by created_at desc, id desc`.execute(reader)
  return rows
}

/** False if the organization has no such key; the instant of the first revocation stays. */
export async function markKeyRevoked(tx: Tx, organizationId: OrganizationId, id: ApiKeyId): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update api_keys set revoked_at = coalesce(revoked_at, clock.now())
    where id = ${id} and organization_id = ${organizationId}`.execute(tx)
  return numAffectedRows === 1n
}
