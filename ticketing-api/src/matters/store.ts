import type { Matter, MatterKind } from '@event-sphere/contract/matters'
import type { ApiKeyId, EventId, MatterId, OrganizationId, UserId } from '@event-sphere/contract/values/ids'
import { type Reader, sql, type Tx } from '@event-sphere/kit/database/database'
import type { NewMatter } from './new-matter.ts'
import type { MatterSight, Resolver } from './rules.ts'

export interface MatterRow extends Omit<Matter, 'resolvedBy'> {
  resolvedByUser: UserId | null
  resolvedByKey: ApiKeyId | null
}

const columns = sql`id, kind, subject, subject_id as "subjectId", organization_id as "organizationId",
  event_id as "eventId", facts, since, resolved_at as "resolvedAt",
  resolved_by as "resolvedByUser",
  resolved_by_key as "resolvedByKey", note`

/** False if the same is open already. */
export async function insertMatter(
  tx: Tx,
  matter: Omit<NewMatter, 'eventId'> & { id: MatterId; eventId: EventId | null },
): Promise<boolean> {
  const { rows } = await sql<{ isNew: boolean }>`
    insert into matters (id, kind, subject, subject_id, organization_id, event_id, facts, since)
    values (${matter.id}, ${matter.kind}, ${matter.subject}, ${matter.subjectId}, ${matter.organizationId},
      ${matter.eventId}, ${JSON.stringify(matter.facts)}::jsonb, clock.now())
    on conflict (kind, subject, subject_id) where resolved_at is null
      do update set facts = excluded.facts where matters.facts <> excluded.facts
    returning id = ${matter.id} as "isNew"`.execute(tx)
  return rows[0]?.isNew ?? false
}

export interface MatterPage {
  limit: number
  after: string | undefined
  kind: MatterKind | undefined
  eventId: EventId | undefined
  isResolved: boolean
}

/** Newest first; `after` is the id of the last one seen, and ids are in the order of time. */
export async function listRows(reader: Reader, sight: MatterSight, page: MatterPage): Promise<MatterRow[]> {
  const { rows } = await sql<MatterRow>`
    select ${columns} from matters
    where ${inSight(sight)} and ${page.isResolved ? sql`resolved_at is not null` : sql`resolved_at is null`}
      and (${page.kind ?? null}::text is null or kind = ${page.kind ?? null})
      and (${page.eventId ?? null}::uuid is null or event_id = ${page.eventId ?? null})
      and (${page.after ?? null}::uuid is null or id < ${page.after ?? null})
    order by id desc limit ${page.limit}`.execute(reader)
  return rows
}

export async function findRow(
  reader: Reader,
  sight: MatterSight,
  id: MatterId,
): Promise<MatterRow | undefined> {
  const { rows } = await sql<MatterRow>`
    select ${columns} from matters where ${inSight(sight)} and id = ${id}`.execute(reader)
  return rows[0]
}

/** The first who resolves it stands in the record. */
export async function markResolved(
  tx: Tx,
  sight: MatterSight,
  { id, by, note }: { id: MatterId; by: Resolver; note: string | undefined },
): Promise<void> {
  await sql`
    update matters set resolved_at = clock.now(), note = ${note ?? null},
      resolved_by = ${by.userId}, resolved_by_key = ${by.keyId}
    where ${inSight(sight)} and id = ${id} and resolved_at is null`.execute(tx)
}

export async function resolveBySubject(
  tx: Tx,
  { kind, subject, subjectId, note }: { kind: MatterKind; subject: string; subjectId: string; note: string },
): Promise<void> {
  await sql`
    update matters set resolved_at = clock.now(), note = ${note}
    where kind = ${kind} and subject = ${subject} and subject_id = ${subjectId} and resolved_at is null`.execute(
    tx,
  )
}

export async function countOpen(reader: Reader): Promise<{ kind: MatterKind; count: number }[]> {
  const { rows } = await sql<{ kind: MatterKind; count: number }>`
    select kind, count(*)::int as count from matters where resolved_at is null group by kind`.execute(reader)
  return rows
}

function inSight({ organizationId }: MatterSight) {
  return organizationId === 'all' ? sql`true` : sql`organization_id = ${organizationId as OrganizationId}`
}

export interface ConcernedRow {
  organizationId: OrganizationId
  /** Null if they are of several events. */
  eventId: EventId | null
}

/** The organizations of what has these ids: an event, a purchase, a payment or a callback of one. */
export async function listConcerned(reader: Reader, ids: readonly string[]): Promise<ConcernedRow[]> {
  const { rows } = await sql<ConcernedRow>`
    with purchase_ids as (
      select id from purchases where id = any(${ids}::uuid[])
      union select purchase_id from payments where id = any(${ids}::uuid[])
      union select m.purchase_id from callbacks c join callback_addresses a on a.token_hash = c.token_hash
        join payments m on m.id = a.subject_id
        where c.id = any(${ids}::uuid[])
    ), concerned as (
      select organization_id, id as event_id from events where id = any(${ids}::uuid[])
      union select p.organization_id, p.event_id from purchase_ids join purchases p using (id)
    )
    select organization_id as "organizationId",
      case when count(*) = 1 then min(event_id::text)::uuid end as "eventId"
    from concerned group by organization_id`.execute(reader)
  return rows
}
