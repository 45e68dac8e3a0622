import type { ScanResult } from '@event-sphere/contract/check-in'
import type {
  EntranceId,
  EventId,
  ScanId,
  TicketId,
  TicketTypeId,
  UserId,
} from '@event-sphere/contract/values/ids'
import { type Reader, sql, type Tx } from '@event-sphere/kit/database/database'

export interface ScanRow {
  id: ScanId
  ticketId: TicketId
  entranceId: EntranceId
  result: ScanResult
  location: string
  /** The day that the entry belongs to, in the event's zone, `2027-07-16`. */
  day: string
  /** By our own clock. */
  scannedAt: Date
}

export interface NewScanRow extends ScanRow {
  /** Of the entrance; a ticket of another event has another one. */
  eventId: EventId
  agentId: UserId
  /** By the device's clock, if it says so. */
  claimedAt: Date | undefined
  readBy: 'token' | 'typed' | 'printed'
}

/** One ticket at one entrance on one day. */
export interface Entry {
  ticketId: TicketId
  entranceId: EntranceId
  day: string
}

/** False if this scan is written down already, or its ticket was admitted there that day; the database decides both. */
export async function insertScan(tx: Tx, scan: NewScanRow): Promise<boolean> {
  const { rows } = await sql`
    insert into scans (id, ticket_id, event_id, entrance_id, agent_id, result, location, day, scanned_at,
      claimed_at, read_by)
    values (${scan.id}, ${scan.ticketId}, ${scan.eventId}, ${scan.entranceId}, ${scan.agentId}, ${scan.result},
      ${scan.location}, ${scan.day}::date, ${scan.scannedAt}, ${scan.claimedAt ?? null}, ${scan.readBy})
    on conflict do nothing returning id`.execute(tx)
  return rows.length === 1
}

const columns = sql`id, ticket_id as "ticketId", entrance_id as "entranceId", result, location,
  to_char(day, 'YYYY-MM-DD') as day, scanned_at as "scannedAt"`

export async function findScan(reader: Reader, id: ScanId): Promise<ScanRow | undefined> {
  const { rows } = await sql<ScanRow>`select ${columns} from scans where id = ${id}`.execute(reader)
  return rows[0]
}

/** The one admission of a ticket at an entrance on a day. */
export async function findAdmission(
  reader: Reader,
  { ticketId, entranceId, day }: Entry,
): Promise<ScanRow | undefined> {
  const { rows } = await sql<ScanRow>`
    select ${columns} from scans
    where ticket_id = ${ticketId} and entrance_id = ${entranceId} and day = ${day}::date
      and result = 'admitted'`.execute(reader)
  return rows[0]
}

export async function countAdmitted(reader: Reader, entranceId: EntranceId, day: string): Promise<number> {
  const { rows } = await sql<{ admitted: number }>`
    select count(*)::int as admitted from scans
    where entrance_id = ${entranceId} and day = ${day}::date and result = 'admitted'`.execute(reader)
  return rows[0]?.admitted ?? 0
}

/** The names of the entrances that admit tickets of a type. */
export async function listDoorsOf(reader: Reader, ticketTypeId: TicketTypeId): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select n.name from entrance_admits a join entrances n on n.id = a.entrance_id
    where a.ticket_type_id = ${ticketTypeId} order by n.is_default desc, n.name`.execute(reader)
  return rows.map(({ name }) => name)
}

/** A ticket of the same holder, as the agent may know it. */
export interface OtherTicket {
  id: TicketId
  ticketTypeName: string
  isAlreadyAdmitted: boolean
}

/**
 * The holder's ticket that opens this entrance: of the same purchase, else of the same mailbox at this event; one
 * that may still come in today before one that is in. Each is looked for until the first is found.
 */
export async function findOtherTicket(reader: Reader, entry: Entry): Promise<OtherTicket | undefined> {
  const { ticketId, entranceId, day } = entry
  const isIn = sql`exists (select 1 from scans s where s.ticket_id = o.id and s.entrance_id = ${entranceId}
    and s.day = ${day}::date and s.result = 'admitted')`
  const opening = sql`o.status = 'valid' and o.id <> ${ticketId}
    and o.ticket_type_id in (select ticket_type_id from entrance_admits where entrance_id = ${entranceId})`
  const ofPurchase = sql`from tickets t join tickets o on o.purchase_id = t.purchase_id
    where t.id = ${ticketId} and ${opening}`
  const ofMailbox = sql`from tickets t join purchases p on p.id = t.purchase_id
    join purchases q on q.event_id = t.event_id and q.buyer_email = p.buyer_email
    join tickets o on o.purchase_id = q.id where t.id = ${ticketId} and ${opening}`
  const { rows } = await sql<OtherTicket>`
    select f.id, y.name as "ticketTypeName", f.is_in as "isAlreadyAdmitted" from (
      (select 1 as place, o.id, o.ticket_type_id, false as is_in ${ofPurchase} and not ${isIn} limit 1)
      union all (select 2, o.id, o.ticket_type_id, false ${ofMailbox} and not ${isIn} limit 1)
      union all (select 3, o.id, o.ticket_type_id, true ${ofMailbox} limit 1)
    ) f join ticket_types y on y.id = f.ticket_type_id order by f.place limit 1`.execute(reader)
  return rows[0]
}

/** Whether two tickets are of one purchase, or of one mailbox at one event. */
export async function isOfOneHolder(reader: Reader, one: TicketId, other: TicketId): Promise<boolean> {
  const { rows } = await sql`
    select 1 from tickets t join purchases p on p.id = t.purchase_id
    join tickets o on o.event_id = t.event_id join purchases q on q.id = o.purchase_id
    where t.id = ${one} and o.id = ${other} and (q.id = p.id or q.buyer_email = p.buyer_email)`.execute(
    reader,
  )
  return rows.length > 0
}
