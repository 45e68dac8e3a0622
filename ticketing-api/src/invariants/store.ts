import type { EventId, OrganizationId } from '@event-sphere/contract/values/ids'
import { type Reader, sql, type Tx } from '@event-sphere/kit/database/database'

/** An event, or what no event can be named for. */
export interface Scope {
  eventId: EventId | null
  organizationId: OrganizationId | null
}

const noEvent = '00000000-0000-0000-0000-000000000000'

/** The promises, by the names of their views; who adds a view adds a promise. */
export async function listInvariants(reader: Reader): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select viewname as name from pg_views where schemaname = current_schema() and viewname like 'inv\\_%'
    order by viewname`.execute(reader)
  return rows.map((row) => row.name)
}

export type BrokenRow = Record<string, unknown>

/** The first of what a view says of one scope, and how much it is in all. */
export async function readInvariant(
  reader: Reader,
  view: string,
  { eventId }: Pick<Scope, 'eventId'>,
  most: number,
): Promise<{ rows: BrokenRow[]; count: number }> {
  const isInScope = eventId === null ? sql`event_id is null` : sql`event_id = ${eventId}`
  const { rows } = await sql<{ row: BrokenRow; count: number }>`
    select to_jsonb(broken) as row, count(*) over ()::int as count
    from ${sql.table(view)} broken where ${isInScope} limit ${most}`.execute(reader)
  return { rows: rows.map(({ row }) => row), count: rows[0]?.count ?? 0 }
}

/** One scope that was not looked at since then, for this caller alone. */
export async function claimScope(tx: Tx, since: Date, now: Date): Promise<Scope | undefined> {
  const { rows } = await sql<Scope>`
    with claimed as (
      insert into invariant_checks (scope, checked_at)
      select scope, ${now} from (
        select id as scope from events where created_at < ${since} union all select ${noEvent}::uuid
      ) all_scopes
      left join invariant_checks known using (scope)
      where known.checked_at is null or known.checked_at < ${since} limit 1
      on conflict (scope) do update set checked_at = excluded.checked_at where invariant_checks.checked_at < ${since}
      returning scope
    )
    select e.id as "eventId", e.organization_id as "organizationId"
    from claimed left join events e on e.id = claimed.scope`.execute(tx)
  return rows[0]
}
