import type { EventId } from '@event-sphere/contract/values/ids'
import { sql, type Tx } from '@event-sphere/kit/database/database'
import type { Stock } from './lock-stock.ts'
import { returnSeats, type Seats } from './move-stock.ts'

/** Seats kept for somebody until an instant. The id is that of the cart or the purchase they are kept for. */
export interface Hold {
  id: string
  eventId: EventId
  expiresAt: Date
  seats: readonly Seats[]
}

/** Writes holds whose seats the caller has taken under `lockStock`. */
export async function insertHolds(tx: Tx, holds: readonly Hold[]): Promise<void> {
  if (holds.length === 0) return
  await sql`
    insert into holds (id, event_id, expires_at)
    select * from unnest(
      ${holds.map((hold) => hold.id)}::uuid[], ${holds.map((hold) => hold.eventId)}::uuid[],
      ${holds.map((hold) => hold.expiresAt)}::timestamptz[])`.execute(tx)
  await insertSeats(tx, holds)
}

async function insertSeats(tx: Tx, holds: readonly Hold[]): Promise<void> {
  const rows = holds.flatMap((hold) => hold.seats.map((seat) => ({ holdId: hold.id, ...seat })))
  if (rows.length === 0) return
  await sql`
    insert into hold_items (hold_id, ticket_type_id, quantity)
    select * from unnest(
      ${rows.map((row) => row.holdId)}::uuid[], ${rows.map((row) => row.ticketTypeId)}::uuid[],
      ${rows.map((row) => row.quantity)}::int[])`.execute(tx)
}

/** What is held under these ids; ended holds are still there until somebody releases them. */
export async function readHolds(tx: Tx, ids: readonly string[]): Promise<Hold[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Hold>`
    select h.id, h.event_id as "eventId", h.expires_at as "expiresAt",
      coalesce(json_agg(json_build_object('ticketTypeId', i.ticket_type_id, 'quantity', i.quantity)
        order by i.ticket_type_id) filter (where i.hold_id is not null), '[]') as seats
    from holds h left join hold_items i on i.hold_id = h.id
    where h.id = any(${ids}::uuid[]) group by h.id`.execute(tx)
  return rows
}

/** Ends holds without giving their seats back: the caller has a use for them. True where it was still there. */
export async function dropHolds(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`
    delete from holds where id = any(${ids}::uuid[]) returning id`.execute(tx)
  return new Set(rows.map((row) => row.id))
}

/** Moves the end of a hold; false where it is gone already. */
export async function extendHold(tx: Tx, id: string, expiresAt: Date): Promise<boolean> {
  const { rows } = await sql`
    update holds set expires_at = ${expiresAt} where id = ${id} returning id`.execute(tx)
  return rows.length > 0
}

/** Gives back the seats of every hold of the event that has ended; the caller saves the stock. */
export async function releaseEndedHolds(tx: Tx, eventId: EventId, stock: Stock): Promise<number> {
  const { rows } = await sql<Seats>`
    with ended as (select id from holds where event_id = ${eventId} and expires_at <= ${stock.now} for update),
      seats as (select ticket_type_id, sum(quantity)::int as quantity from hold_items
        where hold_id in (select id from ended) group by 1),
      gone as (delete from holds where id in (select id from ended))
    select ticket_type_id as "ticketTypeId", quantity from seats`.execute(tx)
  returnSeats(stock, rows)
  return rows.length
}
