import { type Database, sql } from '@event-sphere/kit/database/database'
import type { NamedId, Noun } from './nouns.ts'
import type { Owner } from './reaches.ts'

type OwnerRow = Owner & { id: string; noun: Noun }

const row = (noun: Noun, id: string, organization: string, user: string, isPublished = 'false') =>
  sql`select ${sql.lit(noun)} as noun, ${sql.raw(id)} as id, ${sql.raw(organization)} as "organizationId",
    ${sql.raw(user)} as "userId", ${sql.raw(isPublished)} as "isPublished"`

const ofNobody = 'null::uuid'
const isPublished = 'e.published_at is not null'
const ofEvent = (table: string) => sql.raw(`from ${table} x join events e on e.id = x.event_id`)
const ofPurchase = (table: string) => sql.raw(`from ${table} x join purchases p on p.id = x.purchase_id`)

const owners = sql`
  ${row('organization', 'id', 'id', ofNobody)} from organizations
  union all ${row('user', 'u.id', 'm.organization_id', 'u.id')} from users u left join memberships m on m.user_id = u.id
  union all ${row('apiKey', 'id', 'organization_id', ofNobody)} from api_keys
  union all ${row('matter', 'id', 'organization_id', ofNobody)} from matters
  union all ${row('event', 'e.id', 'e.organization_id', ofNobody, isPublished)} from events e
  union all ${row('ticketType', 'x.id', 'e.organization_id', ofNobody, isPublished)} ${ofEvent('ticket_types')}
  union all ${row('quota', 'x.id', 'e.organization_id', ofNobody)} ${ofEvent('quotas')}
  union all ${row('entrance', 'x.id', 'e.organization_id', ofNobody)} ${ofEvent('entrances')}
  union all ${row('scan', 'x.id', 'e.organization_id', ofNobody)} ${ofEvent('scans')}
  union all ${row('cart', 'id', 'case when user_id is null then organization_id end', 'user_id')} from carts
  union all ${row('webhook', 'id', 'organization_id', ofNobody)} from webhook_endpoints
  union all ${row('delivery', 'id', 'organization_id', ofNobody)} from webhook_deliveries
  union all ${row('happening', 'id', 'organization_id', ofNobody)} from happenings
  union all ${row('purchase', 'id', 'organization_id', 'user_id')} from purchases
  union all ${row('ticket', 'x.id', 'p.organization_id', 'p.user_id')} ${ofPurchase('tickets')}
  union all ${row('payment', 'x.id', 'p.organization_id', 'p.user_id')} ${ofPurchase('payments')}`

export type FindOwner = (named: NamedId) => Owner | undefined

/** Whose every row is. A noun that is missing here belongs to nobody, so whoever gets an id of it gets a foreign one. */
export async function readOwners({ reader }: Pick<Database, 'reader'>): Promise<FindOwner> {
  const { rows } = await sql<OwnerRow>`${owners}`.execute(reader)
  const byId = new Map(rows.map((each) => [`${each.noun} ${each.id}`, each]))
  return ({ noun, uuid }) => byId.get(`${noun} ${uuid}`)
}

/** What looking or being refused may change: how much somebody has asked, and when a key was last used. */
const counts = ['limit_counters']
const noted = 'last_used_at'

/** Every row of every table, jobs that wait too. */
export async function readRows({ reader }: Pick<Database, 'reader'>): Promise<Set<string>> {
  const { rows: tables } = await sql<{ schema: string; name: string }>`
    select schemaname as schema, tablename as name from pg_tables
    where (schemaname = 'ticketing' and tablename <> all(${counts}::text[]))
      or (schemaname = 'jobs' and tablename like 'job%')`.execute(reader)
  const perTable = await Promise.all(
    tables.map(async ({ schema, name }) => {
      const { rows } = await sql<{ row: string }>`
        select (to_jsonb(t) - ${noted})::text as row from ${sql.table(`${schema}.${name}`)} t`.execute(reader)
      return rows.map(({ row: text }) => `${name} ${text}`)
    }),
  )
  return new Set(perTable.flat())
}
