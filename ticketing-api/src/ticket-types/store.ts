import { defaultLimit, type NewTicketType, type TicketTypeChange } from '@event-sphere/contract/ticket-types'
import type { EventId, OrganizationId, QuotaId, TicketTypeId } from '@event-sphere/contract/values/ids'
import type { Cents } from '@event-sphere/contract/values/money'
import { assignments } from '@event-sphere/kit/database/assignments'
import { type Reader, sql, type Tx } from '@event-sphere/kit/database/database'
import type { Terms } from './terms.ts'

export interface TicketTypeRow {
  id: TicketTypeId
  eventId: EventId
  code: string
  name: string
  description: string | null
  priceCents: Cents
  saleStartsAt: Date | null
  saleEndsAt: Date | null
  isActive: boolean
  benefits: string[]
  maxPerPurchase: number
  maxPerPerson: number
  requires: TicketTypeId[]
  includes: TicketTypeId[]
  admitsOn: string[]
  metadata: Record<string, unknown>
  /** Of its own quota; null for a bundle without one. */
  ownQuotaId: QuotaId | null
  quantity: number | null
  taken: number | null
  /** The least that any of its quotas has left, and the size of the smallest. */
  remaining: number
  size: number
  now: Date
  /** Whether its organization is suspended. */
  isPaused: boolean
}

const columns = sql`t.id, t.event_id as "eventId", t.code, t.name, t.description, t.price_cents as "priceCents",
  t.sale_starts_at as "saleStartsAt", coalesce(t.sale_ends_at, e.ends_at) as "saleEndsAt", t.is_active as "isActive", t.benefits,
  t.max_per_purchase as "maxPerPurchase", t.max_per_person as "maxPerPerson", t.requires, t.includes, t.metadata,
  case when t.includes = '{}' then event_days(t.admits_on, e.starts_at, e.ends_at, e.timezone)
    else array(select distinct d from ticket_types i
      cross join unnest(event_days(i.admits_on, e.starts_at, e.ends_at, e.timezone)) d
      where i.id = any(t.includes) order by d) end as "admitsOn",
  own.id as "ownQuotaId", own.size as quantity, own.taken, clock.now() as now,
  exists (select 1 from organizations o where o.id = e.organization_id and o.status = 'suspended') as "isPaused", drawn.remaining, drawn.size`
const stock = sql`left join quotas own on own.id = t.own_quota_id
  cross join lateral (select greatest(min(q.size - q.taken), 0) as remaining, min(q.size) as size
    from ticket_type_quotas d join quotas q on q.id = d.quota_id where d.ticket_type_id = t.id) drawn`
const sources = sql`events e join ticket_types t on t.event_id = e.id ${stock}`

export async function listTypesOf(reader: Reader, eventId: EventId): Promise<TicketTypeRow[]> {
  const { rows } = await sql<TicketTypeRow>`
    select ${columns} from ${sources} where e.id = ${eventId} order by t.number`.execute(reader)
  return rows
}

/** Types on offer: empty if the event is cancelled, undefined if it is missing or a draft. */
export async function findPublicTypes(
  reader: Reader,
  eventId: EventId,
): Promise<TicketTypeRow[] | undefined> {
  const { rows } = await sql<TicketTypeRow | { id: null }>`
    select offered.* from events e
    left join lateral (select ${columns}, t.number
      from ticket_types t ${stock}
      where t.event_id = e.id and t.is_active and e.status = 'published') offered on true
    where e.id = ${eventId} and e.status in ('published', 'cancelled') order by offered.number`.execute(
    reader,
  )
  return rows.length > 0 ? rows.filter((row) => row.id !== null) : undefined
}

/** What the events of an organization offer, cancelled ones left out. */
export async function listTypesOfOrganization(
  reader: Reader,
  organizationId: OrganizationId,
): Promise<TicketTypeRow[]> {
  const { rows } = await sql<TicketTypeRow>`
    select ${columns} from ${sources}
    where e.organization_id = ${organizationId} and e.status <> 'cancelled' order by e.id, t.number`.execute(
    reader,
  )
  return rows
}

export async function findType(
  reader: Reader,
  id: TicketTypeId,
  organizationId: OrganizationId,
): Promise<TicketTypeRow | undefined> {
  const { rows } = await sql<TicketTypeRow>`
    select ${columns} from ${sources}
    where t.id = ${id} and e.organization_id = ${organizationId}`.execute(reader)
  return rows[0]
}

export interface PlaceOfType {
  eventId: EventId
  organizationId: OrganizationId
}

export async function findPlaceOf(reader: Reader, id: TicketTypeId): Promise<PlaceOfType | undefined> {
  const { rows } = await sql<PlaceOfType>`
    select event_id as "eventId", organization_id as "organizationId" from ticket_types where id = ${id}`.execute(
    reader,
  )
  return rows[0]
}

export interface InsertedType {
  id: TicketTypeId
  code: string
  requires: readonly TicketTypeId[]
  includes: readonly TicketTypeId[]
  admitsOn: readonly string[] | null
  ownQuotaId: QuotaId | null
}

/** The next number of the event; false if the code is taken. */
export async function insertType(
  tx: Tx,
  type: InsertedType,
  wanted: NewTicketType & { eventId: EventId },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into ticket_types (id, event_id, number, code, name, description, price_cents, sale_starts_at,
      sale_ends_at, is_active, benefits, max_per_purchase, max_per_person, requires, includes,
      admits_on, own_quota_id, metadata)
    select ${type.id}, ${wanted.eventId}, coalesce(max(number), 0) + 1, ${type.code}, ${wanted.name},
      ${wanted.description ?? null}, ${wanted.price}, ${wanted.saleStartDate ?? null}::timestamptz,
      ${wanted.saleEndDate ?? null}::timestamptz, ${wanted.isActive}::boolean, ${wanted.benefits}::text[],
      ${wanted.maxPerPurchase}::int, ${wanted.maxPerPerson}::int, ${[...type.requires]}::uuid[],
      ${[...type.includes]}::uuid[], ${type.admitsOn}::date[], ${type.ownQuotaId}::uuid,
      ${JSON.stringify(wanted.metadata ?? {})}::jsonb
    from ticket_types where event_id = ${wanted.eventId}
    on conflict (event_id, code) do nothing`.execute(tx)
  return numAffectedRows === 1n
}

/** Whether anybody owns, waits for or holds a ticket of one of these types. The caller holds the event's stock. */
export async function isAnySold(tx: Tx, ids: readonly TicketTypeId[]): Promise<boolean> {
  const { rows } = await sql`
    select 1 from ticket_types t where t.id = any(${[...ids]}::uuid[])
      and (t.last_serial > 0
        or exists (select 1 from hold_items where ticket_type_id = t.id)
        or exists (select 1 from purchases p join purchase_items i on i.purchase_id = p.id
          where p.event_id = t.event_id and i.ticket_type_id = t.id))
    limit 1`.execute(tx)
  return rows.length > 0
}

/** The type draws from a quota of its own from now on. */
export async function setOwnQuota(tx: Tx, id: TicketTypeId, quotaId: QuotaId): Promise<void> {
  await sql`update ticket_types set own_quota_id = ${quotaId} where id = ${id}`.execute(tx)
}

/** Whether a bundle among these includes two types that draw from one quota: one seat held would become two tickets. */
export async function isAnyDrawnTwice(tx: Tx, ids: readonly TicketTypeId[]): Promise<boolean> {
  const { rows } = await sql`
    select 1 from ticket_types t join ticket_type_quotas d on d.ticket_type_id = any(t.includes)
    where t.id = any(${[...ids]}::uuid[]) group by t.id, d.quota_id having count(*) > 1 limit 1`.execute(tx)
  return rows.length > 0
}

/** Undefined values stay as they are; null empties, or brings back the default. */
export async function updateType(
  tx: Tx,
  id: TicketTypeId,
  change: TicketTypeChange,
  { requires, includes, admitsOn }: Pick<Terms, 'requires' | 'includes' | 'admitsOn'>,
): Promise<void> {
  const { benefits, maxPerPurchase, maxPerPerson, metadata } = change
  const set = assignments({
    name: change.name,
    code: change.code,
    description: change.description,
    price_cents: change.price,
    sale_starts_at: change.saleStartDate,
    sale_ends_at: change.saleEndDate,
    is_active: change.isActive,
    benefits: benefits === null ? [] : benefits,
    max_per_purchase: maxPerPurchase === null ? defaultLimit : maxPerPurchase,
    max_per_person: maxPerPerson === null ? defaultLimit : maxPerPerson,
    requires: [...requires],
    includes: [...includes],
    admits_on: admitsOn,
    metadata: metadata === undefined ? undefined : JSON.stringify(metadata ?? {}),
  })
  if (set) await sql`update ticket_types set ${set} where id = ${id}`.execute(tx)
}
