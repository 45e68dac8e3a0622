import { hash } from 'node:crypto'
import type { EventId, OrganizationId, TicketTypeId, UserId } from '@event-sphere/contract/values/ids'
import { type Reader, sql, type Tx } from '@event-sphere/kit/database/database'
import type { OldRows } from '@event-sphere/kit/database/delete-in-batches'
import type { Counter, Counters } from './rules.ts'

const keyOf = (name: string) => hash('sha256', name, 'buffer').subarray(0, 16)

/** Locks the counters of these names until the transaction ends, in one order for everybody; missing ones are made. */
export async function lockCounters(tx: Tx, names: readonly string[], now: Date): Promise<Counters> {
  const nameOf = new Map(names.map((name) => [keyOf(name).toString('hex'), name]))
  const keys = [...nameOf.keys()].sort().map((hex) => Buffer.from(hex, 'hex'))
  const { rows } = await sql<Counter & { key: Buffer }>`
    insert into limit_counters (key, used, ends_at)
    select key, 0, ${now}::timestamptz from unnest(${keys}::bytea[]) key
    on conflict (key) do update set used = limit_counters.used
    returning key, used, ends_at as "endsAt", doubtful, doubt_ends_at as "doubtEndsAt"`.execute(tx)
  return new Map(rows.map(({ key, ...counter }) => [nameOf.get(key.toString('hex')) ?? '', counter]))
}

export async function saveCounters(tx: Tx, counters: Counters): Promise<void> {
  const all = [...counters.values()]
  await sql`
    update limit_counters c
    set used = n.used, ends_at = n.ends_at, doubtful = n.doubtful, doubt_ends_at = n.doubt_ends_at
    from unnest(${[...counters.keys()].map(keyOf)}::bytea[], ${all.map(({ used }) => used)}::int[],
      ${all.map(({ endsAt }) => endsAt)}::timestamptz[], ${all.map(({ doubtful }) => doubtful)}::int[],
      ${all.map(({ doubtEndsAt }) => doubtEndsAt)}::timestamptz[])
      n (key, used, ends_at, doubtful, doubt_ends_at)
    where c.key = n.key`.execute(tx)
}

export interface HeldSeats {
  email: string
  seats: number
  /** When the first of them comes free by itself; null if none does. */
  firstEndsAt: Date | null
}

/** Seats that the accounts of these mailboxes own, have waiting for money or hold in carts, in all events. */
export async function countHeldSeats(tx: Tx, emails: readonly string[], now: Date): Promise<HeldSeats[]> {
  const { rows } = await sql<HeldSeats>`
    with people as (select id, email from users where email = any(${emails}::text[])),
    held as (
      select u.email, i.quantity, p.expires_at as ends_at
      from people u join purchases p on p.user_id = u.id join purchase_items i on i.purchase_id = p.id
      where p.status in ('completed', 'partially_refunded') or (p.status = 'pending_payment' and p.expires_at > ${now})
      union all
      select u.email, i.quantity, h.expires_at
      from people u join carts c on c.user_id = u.id join holds h on h.id = c.id join hold_items i on i.hold_id = h.id
      where h.expires_at > ${now})
    select email, sum(quantity)::int as seats, min(ends_at) as "firstEndsAt" from held group by email`.execute(
    tx,
  )
  return rows
}

export interface WantedTypes {
  eventId: EventId
  isPriced: boolean
}

/** The event of these ticket types, and whether one of them costs money. */
export async function findWantedTypes(
  reader: Reader,
  ids: readonly TicketTypeId[],
): Promise<WantedTypes | undefined> {
  const { rows } = await sql<WantedTypes>`
    select event_id as "eventId", bool_or(price_cents > 0) as "isPriced"
    from ticket_types where id = any(${ids}::uuid[]) group by event_id`.execute(reader)
  return rows[0]
}

export interface StaffAccount {
  userId: UserId
  organizationId: OrganizationId
  email: string
  name: string
  role: 'admin' | 'agent'
}

/** Which of these addresses belong to people who work for an organization. */
export async function findStaff(reader: Reader, emails: readonly string[]): Promise<StaffAccount[]> {
  const { rows } = await sql<StaffAccount>`
    select distinct on (u.id) u.id as "userId", m.organization_id as "organizationId", u.email,
      concat_ws(' ', u.first_name, u.last_name) as name, m.role
    from users u join memberships m on m.user_id = u.id
    where u.email = any(${emails}::text[]) and u.is_active order by u.id, m.organization_id`.execute(reader)
  return rows
}

export const countersBefore = (now: Date): OldRows => ({
  table: 'limit_counters',
  where: sql`ends_at < ${now}`,
})
