import type { ScanResult } from '@event-sphere/contract/check-in'
import type { EventId, ScanId, TicketId, UserId } from '@event-sphere/contract/values/ids'
import { type Reader, sql, type Tx } from '@event-sphere/kit/database/database'

export interface ScanRow {
  id: ScanId
  ticketId: TicketId
  result: ScanResult
  location: string
  /** The event's calendar day, `2027-07-16`. */
  day: string
  scannedAt: Date
}

export interface NewScanRow extends ScanRow {
  eventId: EventId
  agentId: UserId
}

/** False where this scan is written down already, or where its ticket was admitted that day; the database decides both. */
export async function insertScan(tx: Tx, scan: NewScanRow): Promise<boolean> {
  const { rows } = await sql`
    insert into scans (id, ticket_id, event_id, agent_id, result, location, day, scanned_at)
    values (${scan.id}, ${scan.ticketId}, ${scan.eventId}, ${scan.agentId}, ${scan.result}, ${scan.location},
      ${scan.day}::date, ${scan.scannedAt})
    on conflict do nothing returning id`.execute(tx)
  return rows.length === 1
}

const columns = sql`id, ticket_id as "ticketId", result, location, to_char(day, 'YYYY-MM-DD') as day,
  scanned_at as "scannedAt"`

export async function findScan(reader: Reader, id: ScanId): Promise<ScanRow | undefined> {
  const { rows } = await sql<ScanRow>`select ${columns} from scans where id = ${id}`.execute(reader)
  return rows[0]
}

/** The one admission of a ticket on a day. */
export async function findAdmission(
  reader: Reader,
  ticketId: TicketId,
  day: string,
): Promise<ScanRow | undefined> {
  const { rows } = await sql<ScanRow>`
    select ${columns} from scans
    where ticket_id = ${ticketId} and day = ${day}::date and result = 'admitted'`.execute(reader)
  return rows[0]
}
