import type { EventId, QuotaId, TicketTypeId } from '@event-sphere/contract/values/ids'
import { sql, type Tx } from '@event-sphere/kit/database/database'

/** How large an event's quotas are, and which of them a ticket type draws from. How many seats are taken is for the stock to say. */

/**
 * The size of a cap that caps nothing. Every event has its cap's row from the start, so that one which is set later
 * already counts all that was sold.
 */
export const unbounded = 2_147_483_647

export async function insertCap(
  tx: Tx,
  { id, eventId, size }: { id: QuotaId; eventId: EventId; size: number | undefined },
): Promise<void> {
  await sql`
    insert into quotas (id, event_id, name, size, is_event_cap)
    values (${id}, ${eventId}, 'event', ${size ?? unbounded}, true)`.execute(tx)
}

/** False if more is taken than that already. */
export async function resizeCap(tx: Tx, eventId: EventId, maxAttendees: number | null): Promise<boolean> {
  const size = maxAttendees ?? unbounded
  const { numAffectedRows } = await sql`
    update quotas set size = ${size}
    where event_id = ${eventId} and is_event_cap and taken <= ${size}`.execute(tx)
  return numAffectedRows === 1n
}

/** Locks the event's cap; adding a ticket type to the event waits for it. */
export async function lockCap(tx: Tx, eventId: EventId): Promise<QuotaId | undefined> {
  const { rows } = await sql<{ id: QuotaId }>`
    select id from quotas where event_id = ${eventId} and is_event_cap for update`.execute(tx)
  return rows[0]?.id
}

export interface NewQuota {
  id: QuotaId
  eventId: EventId
  name: string
  size: number
}

export async function insertQuota(tx: Tx, { id, eventId, name, size }: NewQuota): Promise<void> {
  await sql`
    insert into quotas (id, event_id, name, size) values (${id}, ${eventId}, ${name}, ${size})`.execute(tx)
}

/** False if more is taken than that already. */
export async function resizeQuota(tx: Tx, id: QuotaId, size: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update quotas set size = ${size} where id = ${id} and taken <= ${size}`.execute(tx)
  return numAffectedRows === 1n
}

/** All that the event sells, in the order in which a sale locks it. */
export async function lockQuotas(tx: Tx, eventId: EventId): Promise<void> {
  await sql`select 1 from quotas where event_id = ${eventId} order by id for update`.execute(tx)
}

/**
 * Says which quotas a type draws from: its own, the event's cap if it requires no other type, and all that its included
 * types draw from. The caller holds the cap's lock.
 */
export async function drawSeats(tx: Tx, id: TicketTypeId): Promise<void> {
  await sql`
    insert into ticket_type_quotas (ticket_type_id, quota_id)
    select id, own_quota_id from ticket_types where id = ${id} and own_quota_id is not null
    union select t.id, q.id from ticket_types t join quotas q on q.event_id = t.event_id and q.is_event_cap
      where t.id = ${id} and t.requires = '{}' and t.includes = '{}'
    union select t.id, d.quota_id from ticket_types t join ticket_type_quotas d on d.ticket_type_id = any(t.includes)
      where t.id = ${id}`.execute(tx)
}

/** After a change of what they draw from; nothing of them is sold. */
export async function redrawSeats(tx: Tx, ids: readonly TicketTypeId[]): Promise<void> {
  for (const id of ids) {
    await sql`delete from ticket_type_quotas where ticket_type_id = ${id}`.execute(tx)
    await drawSeats(tx, id)
  }
}
