import type { EventId, OrganizationId, QuotaId } from '@event-sphere/contract/values/ids'
import { type Reader, sql, type Tx } from '@event-sphere/kit/database/database'
import type { Hold, Quota, SaleEvent, SaleType, Seats } from './stock.ts'

/** In the order of their ids, so that two who lock the same event's quotas wait for each other and never cross. */
export async function lockQuotas(tx: Tx, eventId: EventId): Promise<Quota[]> {
  const { rows } = await sql<Quota>`
    select id, size, size - taken as left from quotas where event_id = ${eventId} order by id for update`.execute(
    tx,
  )
  return rows
}

export async function readSaleEvent(
  tx: Tx,
  eventId: EventId,
): Promise<(SaleEvent & { now: Date }) | undefined> {
  const { rows } = await sql<SaleEvent & { now: Date }>`
    select id, organization_id as "organizationId", status,
      exists (select 1 from organizations o where o.id = organization_id and o.status = 'suspended') as "isPaused",
      array(select distinct unnest(types) from webhook_endpoints w
        where w.organization_id = events.organization_id and w.status = 'active') as heard, code, title, slug, timezone,
      starts_at as "startsAt", ends_at as "endsAt", location_name as "locationName", clock.now() as now
    from events where id = ${eventId}`.execute(tx)
  return rows[0]
}

export async function readSaleTypes(tx: Tx, eventId: EventId): Promise<SaleType[]> {
  const { rows } = await sql<SaleType>`
    select t.id, t.number, t.code, t.name, t.price_cents as "priceCents",
      t.sale_starts_at as "saleStartsAt", coalesce(t.sale_ends_at, e.ends_at) as "saleEndsAt", t.is_active as "isActive",
      t.max_per_purchase as "maxPerPurchase", t.max_per_person as "maxPerPerson", t.requires, t.includes,
      event_days(t.admits_on, e.starts_at, e.ends_at, e.timezone) as "admitsOn",
      t.last_serial as "lastSerial",
      array(select quota_id from ticket_type_quotas where ticket_type_id = t.id) as "quotaIds"
    from ticket_types t join events e on e.id = t.event_id
    where t.event_id = ${eventId}`.execute(tx)
  return rows
}

/** Holds under these ids; those that have ended are still there until somebody releases them. */
export async function readHolds(tx: Tx, ids: readonly string[]): Promise<Hold[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Hold>`
    select h.id, h.expires_at as "expiresAt",
      coalesce(json_agg(json_build_object('ticketTypeId', i.ticket_type_id, 'quantity', i.quantity)
        order by i.ticket_type_id) filter (where i.hold_id is not null), '[]') as seats
    from holds h left join hold_items i on i.hold_id = h.id
    where h.id = any(${ids}::uuid[]) group by h.id`.execute(tx)
  return rows
}

/** A table check keeps the count from going below zero. */
export async function updateQuotas(tx: Tx, left: ReadonlyMap<QuotaId, number>): Promise<void> {
  await sql`
    update quotas set taken = size - new.left_over
    from unnest(${[...left.keys()]}::uuid[], ${[...left.values()]}::int[]) as new (id, left_over)
    where quotas.id = new.id and taken <> size - new.left_over`.execute(tx)
}

/** @returns how many existed */
export async function deleteHolds(tx: Tx, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0
  const { rows } = await sql`delete from holds where id = any(${ids}::uuid[]) returning id`.execute(tx)
  return rows.length
}

export async function insertHolds(tx: Tx, eventId: EventId, holds: readonly Hold[]): Promise<void> {
  if (holds.length === 0) return
  const rows = holds.flatMap((hold) => hold.seats.map((seat) => ({ holdId: hold.id, ...seat })))
  await Promise.all([
    sql`insert into holds (event_id, id, expires_at)
      select ${eventId}::uuid, * from unnest(
        ${holds.map((hold) => hold.id)}::uuid[], ${holds.map((hold) => hold.expiresAt)}::timestamptz[])`.execute(
      tx,
    ),
    sql`insert into hold_items (hold_id, ticket_type_id, quantity)
      select * from unnest(
        ${rows.map((row) => row.holdId)}::uuid[], ${rows.map((row) => row.ticketTypeId)}::uuid[],
        ${rows.map((row) => row.quantity)}::int[])`.execute(tx),
  ])
}

/** Moves the end of a hold; false if it no longer exists. */
export async function moveHoldEnd(tx: Tx, id: string, expiresAt: Date): Promise<boolean> {
  const { rows } = await sql`
    update holds set expires_at = ${expiresAt} where id = ${id} returning id`.execute(tx)
  return rows.length > 0
}

/** At most this many in one statement, because buyers wait for the seats. */
const mostHolds = 5000

/** Deletes the holds of the event that have ended, at most so many, and tells which they were and what seats they kept. */
export async function deleteEndedHolds(
  tx: Tx,
  eventId: EventId,
  now: Date,
  most = mostHolds,
): Promise<{ ids: string[]; seats: Seats[] }> {
  const { rows } = await sql<{ ids: string[]; seats: Seats[] }>`
    with ended as (
        select id from holds where event_id = ${eventId} and expires_at <= ${now} order by expires_at limit ${most}
        for update),
      seats as (select ticket_type_id, sum(quantity)::int as quantity from hold_items
        where hold_id in (select id from ended) group by 1),
      gone as (delete from holds where id in (select id from ended))
    select coalesce((select json_agg(id) from ended), '[]') as ids,
      coalesce((select json_agg(json_build_object('ticketTypeId', ticket_type_id, 'quantity', quantity)) from seats), '[]')
        as seats`.execute(tx)
  return rows[0] ?? { ids: [], seats: [] }
}

export interface OwnedEvent {
  eventId: EventId
  organizationId: OrganizationId
}

export async function listEventsWithEndedHolds(reader: Reader, now: Date): Promise<OwnedEvent[]> {
  const { rows } = await sql<OwnedEvent>`
    select distinct event_id as "eventId", organization_id as "organizationId"
    from holds where expires_at <= ${now}`.execute(reader)
  return rows
}

/** What is taken of each quota, by its tickets and its holds themselves; of a bundle's own, by the bundles sold. */
export async function countTaken(tx: Tx, eventId: EventId): Promise<Map<QuotaId, number>> {
  const { rows } = await sql<{ id: QuotaId; taken: number }>`
    select id, sum(seats)::int as taken from (
      select d.quota_id as id, count(*) as seats
        from tickets k join ticket_type_quotas d on d.ticket_type_id = k.ticket_type_id
        where k.event_id = ${eventId} and k.status = 'valid' group by 1
      union all
      select d.quota_id, sum(i.quantity)
        from holds h join hold_items i on i.hold_id = h.id join ticket_type_quotas d on d.ticket_type_id = i.ticket_type_id
        where h.event_id = ${eventId} group by 1
      union all
      select t.own_quota_id, sum(i.quantity)
        from purchases p join purchase_items i on i.purchase_id = p.id join ticket_types t on t.id = i.ticket_type_id
        where p.event_id = ${eventId} and p.status = 'completed' and t.own_quota_id is not null
          and cardinality(t.includes) > 0 group by 1
    ) counted group by id`.execute(tx)
  return new Map(rows.map(({ id, taken }) => [id, taken]))
}
