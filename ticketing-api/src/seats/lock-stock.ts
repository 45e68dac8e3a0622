import type { EventId, OrganizationId, QuotaId, TicketTypeId } from '@event-sphere/contract/values/ids'
import type { Cents } from '@event-sphere/contract/values/money'
import { sql, type Tx } from '@event-sphere/kit/database/database'

/** A ticket type as the sale needs it. */
export interface SaleType {
  id: TicketTypeId
  number: number
  code: string
  name: string
  priceCents: Cents
  saleStartsAt: Date | null
  saleEndsAt: Date | null
  isActive: boolean
  maxPerPurchase: number
  maxPerPerson: number | null
  requires: readonly TicketTypeId[]
  /** Days in the event's zone on which it opens the door. */
  admitsOn: readonly string[]
  quotaIds: readonly QuotaId[]
  lastSerial: number
}

export interface SaleEvent {
  id: EventId
  organizationId: OrganizationId
  status: 'draft' | 'published' | 'cancelled'
  code: string
  title: string
  slug: string
  timezone: string
  startsAt: Date
  endsAt: Date
  locationName: string | null
}

/** All of an event that sells, locked until the transaction ends; seats and serial numbers are given out only under it. */
export interface Stock {
  now: Date
  event: SaleEvent | undefined
  types: ReadonlyMap<TicketTypeId, SaleType>
  /** Seats left in each quota. */
  left: Map<QuotaId, number>
}

/**
 * Locks the event's quotas in the order of their ids; whoever sells the same event waits here. What is read beside them
 * is asked for after them on the same connection, so it is read when the lock is ours.
 */
export async function lockStock(tx: Tx, eventId: EventId): Promise<Stock> {
  const [quotas, event, types] = await Promise.all([
    lockQuotas(tx, eventId),
    readSaleEvent(tx, eventId),
    readSaleTypes(tx, eventId),
  ])
  return {
    now: event?.now ?? new Date(0),
    event,
    types: new Map(types.map((type) => [type.id, type])),
    left: new Map(quotas.map((quota) => [quota.id, quota.left])),
  }
}

async function lockQuotas(tx: Tx, eventId: EventId): Promise<{ id: QuotaId; left: number }[]> {
  const { rows } = await sql<{ id: QuotaId; left: number }>`
    select id, size - taken as left from quotas where event_id = ${eventId} order by id for update`.execute(
    tx,
  )
  return rows
}

async function readSaleEvent(tx: Tx, eventId: EventId): Promise<(SaleEvent & { now: Date }) | undefined> {
  const { rows } = await sql<SaleEvent & { now: Date }>`
    select id, organization_id as "organizationId", status, code, title, slug, timezone,
      starts_at as "startsAt", ends_at as "endsAt", location_name as "locationName", clock.now() as now
    from events where id = ${eventId}`.execute(tx)
  return rows[0]
}

async function readSaleTypes(tx: Tx, eventId: EventId): Promise<SaleType[]> {
  const { rows } = await sql<SaleType>`
    select t.id, t.number, t.code, t.name, t.price_cents as "priceCents",
      t.sale_starts_at as "saleStartsAt", coalesce(t.sale_ends_at, e.ends_at) as "saleEndsAt", t.is_active as "isActive",
      t.max_per_purchase as "maxPerPurchase", t.max_per_person as "maxPerPerson", t.requires,
      event_days(t.admits_on, e.starts_at, e.ends_at, e.timezone) as "admitsOn",
      t.last_serial as "lastSerial",
      array(select quota_id from ticket_type_quotas where ticket_type_id = t.id) as "quotaIds"
    from ticket_types t join events e on e.id = t.event_id
    where t.event_id = ${eventId}`.execute(tx)
  return rows
}
