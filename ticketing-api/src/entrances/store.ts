import type { EntranceChange, NewEntrance } from '@event-sphere/contract/entrances'
import type { EntranceId, EventId, OrganizationId, TicketTypeId } from '@event-sphere/contract/values/ids'
import { type Reader, sql, type Tx } from '@event-sphere/kit/database/database'
import type { RawBuilder } from 'kysely'

export interface EntranceRow {
  id: EntranceId
  eventId: EventId
  name: string
  isDefault: boolean
  /** Those that it names. */
  ticketTypeIds: TicketTypeId[]
  /** Everything that opens it. */
  admits: { id: TicketTypeId; code: string; name: string }[]
  days: string[] | null
  /** `17:30`. */
  opensAt: string | null
  closesAt: string | null
  capacity: number | null
  eventTitle: string
  eventStatus: 'draft' | 'published' | 'cancelled'
  timezone: string
  eventDays: string[]
}

/** Nobody holds a ticket of a bundle: its buyers hold those of what it includes. */
const isBundle = sql`cardinality(t.includes) > 0`

const columns = sql`n.id, n.event_id as "eventId", n.name, n.is_default as "isDefault",
  array(select ticket_type_id from entrance_ticket_types where entrance_id = n.id order by 1) as "ticketTypeIds",
  (select coalesce(json_agg(json_build_object('id', t.id, 'code', t.code, 'name', t.name) order by t.number), '[]')
    from entrance_admits a join ticket_types t on t.id = a.ticket_type_id where a.entrance_id = n.id and not ${isBundle}) as admits,
  case when n.days is not null then array(select to_char(d, 'YYYY-MM-DD') from unnest(n.days) d order by d) end as days,
  to_char(n.opens_at, 'HH24:MI') as "opensAt", to_char(n.closes_at, 'HH24:MI') as "closesAt", n.capacity,
  e.title as "eventTitle", e.status as "eventStatus", e.timezone,
  event_days(null, e.starts_at, e.ends_at, e.timezone) as "eventDays"`
/** As the column of that name is made. */
const nameKey = (name: string | null) => sql`lower(regexp_replace(btrim(${name}), '\\s+', ' ', 'g'))`
const sources = sql`entrances n join events e on e.id = n.event_id`

async function readEntrances(
  reader: Reader,
  isWanted: RawBuilder<unknown>,
  lock: RawBuilder<unknown> = sql``,
): Promise<EntranceRow[]> {
  const { rows } = await sql<EntranceRow>`
    select ${columns} from ${sources} where ${isWanted}
    order by e.starts_at, e.id, n.is_default desc, n.name_key ${lock}`.execute(reader)
  return rows
}

export function listEntrancesOf(reader: Reader, eventId: EventId): Promise<EntranceRow[]> {
  return readEntrances(reader, sql`n.event_id = ${eventId}`)
}

/** Of the organization's published events that end after this instant. */
export function listOpenEntrances(
  reader: Reader,
  organizationId: OrganizationId,
  after: Date,
): Promise<EntranceRow[]> {
  return readEntrances(
    reader,
    sql`e.organization_id = ${organizationId} and e.status = 'published' and e.ends_at > ${after}`,
  )
}

export async function findEntrance(
  reader: Reader,
  id: EntranceId,
  organizationId: OrganizationId,
): Promise<EntranceRow | undefined> {
  const [found] = await readEntrances(reader, sql`n.id = ${id} and e.organization_id = ${organizationId}`)
  return found
}

/** As `findEntrance`; it is there until the transaction ends. */
export async function holdEntrance(
  tx: Tx,
  id: EntranceId,
  organizationId: OrganizationId,
): Promise<EntranceRow | undefined> {
  const isIt = sql`n.id = ${id} and e.organization_id = ${organizationId}`
  const [held] = await readEntrances(tx, isIt, sql`for key share of n`)
  return held
}

/** The event's entrance of this name, whatever its case and spaces, else its default one; there until the end. */
export async function holdEntranceNamed(
  tx: Tx,
  { eventId, name }: { eventId: EventId; name: string },
  organizationId: OrganizationId,
): Promise<EntranceRow | undefined> {
  const isIt = sql`n.event_id = ${eventId} and e.organization_id = ${organizationId}
    and (n.is_default or n.name_key = ${nameKey(name)})`
  const held = await readEntrances(tx, isIt, sql`for key share of n`)
  return held.find(({ isDefault }) => !isDefault) ?? held[0]
}

/** Serializes counting at this entrance until the transaction ends. */
export async function lockEntrance(tx: Tx, id: EntranceId): Promise<void> {
  await sql`select 1 from entrances where id = ${id} for no key update`.execute(tx)
}

/** The event's entrances, which nobody else adds to, renames or deletes until the transaction ends. */
export async function lockEntrancesOf(tx: Tx, eventId: EventId): Promise<void> {
  await sql`select 1 from entrances where event_id = ${eventId} order by id for update`.execute(tx)
}

/** False if the event has an entrance of that name. */
export async function insertEntrance(tx: Tx, id: EntranceId, wanted: NewEntrance): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into entrances (id, event_id, name, days, opens_at, closes_at, capacity)
    values (${id}, ${wanted.eventId}, ${wanted.name}, ${wanted.days ?? null}::date[],
      ${wanted.opensAt ?? null}::time, ${wanted.closesAt ?? null}::time, ${wanted.capacity ?? null}::int)
    on conflict (event_id, name_key) do nothing`.execute(tx)
  return numAffectedRows === 1n
}

/** What is undefined stays as it is, null clears. False if the event has another entrance of that name. */
export async function updateEntrance(tx: Tx, id: EntranceId, change: EntranceChange): Promise<boolean> {
  const { name, days, opensAt, closesAt, capacity } = change
  const { numAffectedRows } = await sql`
    update entrances n set
      name = coalesce(${name ?? null}, name),
      days = case when ${days !== undefined} then ${days ?? null}::date[] else days end,
      opens_at = case when ${opensAt !== undefined} then ${opensAt ?? null}::time else opens_at end,
      closes_at = case when ${closesAt !== undefined} then ${closesAt ?? null}::time else closes_at end,
      capacity = case when ${capacity !== undefined} then ${capacity ?? null}::int else capacity end
    where id = ${id} and not exists (
      select 1 from entrances other where other.event_id = n.event_id and other.id <> n.id
        and other.name_key = ${nameKey(name ?? null)})`.execute(tx)
  return numAffectedRows === 1n
}

/** False if one of them is no ticket type of the entrance's event, or a bundle. */
export async function setTypes(tx: Tx, id: EntranceId, typeIds: readonly TicketTypeId[]): Promise<boolean> {
  await sql`delete from entrance_ticket_types where entrance_id = ${id}`.execute(tx)
  const { numAffectedRows } = await sql`
    insert into entrance_ticket_types (entrance_id, ticket_type_id)
    select n.id, t.id from entrances n join ticket_types t on t.event_id = n.event_id
    where n.id = ${id} and t.id = any(${[...typeIds]}::uuid[]) and not ${isBundle}`.execute(tx)
  return numAffectedRows === BigInt(new Set(typeIds).size)
}

/** False if something was scanned at it; the caller has locked it. */
export async function dropEntrance(tx: Tx, id: EntranceId): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from entrances where id = ${id} and not is_default
      and not exists (select 1 from scans where entrance_id = ${id})`.execute(tx)
  return numAffectedRows === 1n
}
