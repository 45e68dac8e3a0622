import type { Locale } from '@event-sphere/contract/auth'
import type { PurchaseStatus } from '@event-sphere/contract/purchases'
import type {
  CartId,
  EventId,
  OrganizationId,
  PurchaseId,
  TicketTypeId,
  UserId,
} from '@event-sphere/contract/values/ids'
import type { Cents } from '@event-sphere/contract/values/money'
import { type Reader, sql, type Tx } from '@event-sphere/kit/database/database'
import type { Balances } from '../ledger/balances.ts'
import type { WaitingPurchase } from './holdings.ts'
import { type Move, moves } from './moves.ts'

export interface PurchaseRow extends Balances {
  id: PurchaseId
  organizationId: OrganizationId
  eventId: EventId
  userId: UserId | null
  buyerEmail: string
  buyerFirstName: string | null
  buyerLastName: string | null
  buyerPhone: string | null
  locale: Locale
  status: PurchaseStatus
  totalCents: Cents
  account: string
  cartId: CartId | null
  expiresAt: Date | null
  createdAt: Date
  completedAt: Date | null
}

export interface PurchaseItemRow {
  purchaseId: PurchaseId
  ticketTypeId: TicketTypeId
  name: string
  quantity: number
  unitPriceCents: Cents
}

const columns = sql`id, organization_id as "organizationId", event_id as "eventId", user_id as "userId",
  buyer_email as "buyerEmail", buyer_first_name as "buyerFirstName", buyer_last_name as "buyerLastName",
  buyer_phone as "buyerPhone", locale, status, total_cents as "totalCents", account, cart_id as "cartId", expires_at as "expiresAt", created_at as "createdAt", completed_at as "completedAt",
  paid_cents::float8 as "paidCents", held_cents::float8 as "heldCents", earned_cents::float8 as "earnedCents",
  owed_cents::float8 as "owedCents"`
const withMoney = sql`purchases cross join lateral balances_of(purchases.id)`

/** Purchases of one event, made at one instant. */
export async function insertPurchases(tx: Tx, rows: readonly PurchaseRow[]): Promise<void> {
  const [first] = rows
  const column = <Name extends keyof PurchaseRow>(name: Name) => rows.map((row) => row[name])
  await sql`
    insert into purchases (organization_id, event_id, created_at, id, user_id, buyer_email, buyer_first_name,
      buyer_last_name, buyer_phone, locale, status, total_cents, account, cart_id, expires_at, completed_at)
    select ${first?.organizationId}::uuid, ${first?.eventId}::uuid, ${first?.createdAt}::timestamptz, * from unnest(
      ${column('id')}::uuid[], ${column('userId')}::uuid[], ${column('buyerEmail')}::text[],
      ${column('buyerFirstName')}::text[], ${column('buyerLastName')}::text[], ${column('buyerPhone')}::text[],
      ${column('locale')}::text[], ${column('status')}::text[], ${column('totalCents')}::int[],
      ${column('account')}::text[], ${column('cartId')}::uuid[], ${column('expiresAt')}::timestamptz[],
      ${column('completedAt')}::timestamptz[])`.execute(tx)
}

export async function insertItems(tx: Tx, rows: readonly PurchaseItemRow[]): Promise<void> {
  const column = <Name extends keyof PurchaseItemRow>(name: Name) => rows.map((row) => row[name])
  await sql`
    insert into purchase_items (purchase_id, ticket_type_id, name, quantity, unit_price_cents)
    select * from unnest(${column('purchaseId')}::uuid[], ${column('ticketTypeId')}::uuid[],
      ${column('name')}::text[], ${column('quantity')}::int[], ${column('unitPriceCents')}::int[])`.execute(
    tx,
  )
}

/** The purchases of these buyers that wait for their money at this event. */
export async function listWaiting(
  reader: Reader,
  eventId: EventId,
  emails: readonly string[],
): Promise<(WaitingPurchase & { expiresAt: Date })[]> {
  if (emails.length === 0) return []
  const { rows } = await sql<WaitingPurchase & { expiresAt: Date }>`
    select p.id, p.buyer_email as email, p.user_id as "userId", p.organization_id as "sellerId", p.cart_id as "cartId",
      p.expires_at as "expiresAt",
      (select json_agg(json_build_object('ticketTypeId', ticket_type_id, 'quantity', quantity))
        from purchase_items where purchase_id = p.id) as items
    from purchases p
    where p.event_id = ${eventId} and p.buyer_email = any(${emails}::text[]) and p.status = 'pending_payment'
    order by p.created_at`.execute(reader)
  return rows
}

/** Locks one purchase until the transaction ends. */
export async function lockRow(tx: Tx, id: PurchaseId): Promise<PurchaseRow | undefined> {
  const [row] = await lockRows(tx, [id])
  return row
}

/** In the order of their ids, so that two who lock several wait for each other and never cross. */
export async function lockRows(tx: Tx, ids: readonly PurchaseId[]): Promise<PurchaseRow[]> {
  const [, rows] = await Promise.all([
    sql`select id from purchases where id = any(${ids}::uuid[]) order by id for update`.execute(tx),
    readLocked(tx, ids),
  ])
  return rows
}

/**
 * Purchases that are locked, with their money. By a statement of its own: one that waits for the lock sees the purchases
 * as they are then, but the entries as they were before.
 */
async function readLocked(tx: Tx, ids: readonly PurchaseId[]): Promise<PurchaseRow[]> {
  const { rows } = await sql<PurchaseRow>`
    select ${columns} from ${withMoney} where id = any(${ids}::uuid[]) order by id`.execute(tx)
  return rows
}

export type OwnerClause = ReturnType<typeof ownedBy>

/** The rows that a caller may see; everything that serves a person starts here. */
export function ownedBy(
  owner: { userId: UserId } | { guestsOf: OrganizationId } | { staffOf: OrganizationId },
) {
  if ('userId' in owner) return sql`user_id = ${owner.userId}`
  if ('guestsOf' in owner) return sql`organization_id = ${owner.guestsOf} and user_id is null`
  return sql`organization_id = ${owner.staffOf}`
}

export async function findRow(
  reader: Reader,
  owner: OwnerClause,
  id: PurchaseId,
): Promise<PurchaseRow | undefined> {
  const { rows } =
    await sql<PurchaseRow>`select ${columns} from ${withMoney} where ${owner} and id = ${id}`.execute(reader)
  return rows[0]
}

/** Not access-checked: the caller must have the id from a trusted source. */
export async function getRow(reader: Reader, id: PurchaseId): Promise<PurchaseRow> {
  const { rows } = await sql<PurchaseRow>`select ${columns} from ${withMoney} where id = ${id}`.execute(
    reader,
  )
  const [row] = rows
  if (!row) throw new Error(`purchase ${id} not found`)
  return row
}

export async function findOrganizationOf(
  reader: Reader,
  id: PurchaseId,
): Promise<OrganizationId | undefined> {
  const { rows } = await sql<{ organizationId: OrganizationId }>`
    select organization_id as "organizationId" from purchases where id = ${id}`.execute(reader)
  return rows[0]?.organizationId
}

export interface PageOfRows {
  limit: number
  after: string | undefined
  eventId: EventId | undefined
}

/** Newest first; `after` is the id of the last one seen, which is in the order of time. */
export async function listRows(reader: Reader, userId: UserId, page: PageOfRows): Promise<PurchaseRow[]> {
  const { rows } = await sql<PurchaseRow>`
    select ${columns} from ${withMoney} where user_id = ${userId}
      and (${page.eventId ?? null}::uuid is null or event_id = ${page.eventId ?? null})
      and (${page.after ?? null}::uuid is null or id < ${page.after ?? null})
    order by id desc limit ${page.limit}`.execute(reader)
  return rows
}

export async function listItems(reader: Reader, ids: readonly PurchaseId[]): Promise<PurchaseItemRow[]> {
  const { rows } = await sql<PurchaseItemRow>`
    select purchase_id as "purchaseId", ticket_type_id as "ticketTypeId", name, quantity,
      unit_price_cents as "unitPriceCents"
    from purchase_items where purchase_id = any(${ids}::uuid[]) order by ticket_type_id`.execute(reader)
  return rows
}

/** The event of a purchase, as far as a person has to know it. */
export async function findEventOf(
  reader: Reader,
  id: PurchaseId,
): Promise<{ title: string; status: 'draft' | 'published' | 'cancelled' } | undefined> {
  const { rows } = await sql<{ title: string; status: 'draft' | 'published' | 'cancelled' }>`
    select e.title, e.status from purchases p join events e on e.id = p.event_id where p.id = ${id}`.execute(
    reader,
  )
  return rows[0]
}

/** Moves purchases to their next status. @returns how many had not been moved by somebody else */
export async function movePurchases(
  tx: Tx,
  ids: readonly PurchaseId[],
  { from, to }: Move,
  completedAt?: Date,
): Promise<number> {
  if (ids.length === 0) return 0
  const { rows } = await sql`
    update purchases set status = ${to}, completed_at = coalesce(${completedAt ?? null}, completed_at)
    where id = any(${ids}::uuid[]) and status = any(${from}::text[]) returning id`.execute(tx)
  return rows.length
}

/** Purchases whose time is over without enough money, now expired; at most so many at once. */
export async function expireRows(tx: Tx, now: Date, most: number): Promise<PurchaseRow[]> {
  const { rows } = await sql<{ id: PurchaseId }>`
    update purchases set status = ${sql.lit(moves.expire.to)} where id in (
      select id from purchases where status = 'pending_payment' and expires_at <= ${now}
      order by expires_at limit ${most} for update skip locked)
    returning id`.execute(tx)
  const ids = rows.map(({ id }) => id)
  return ids.length > 0 ? readLocked(tx, ids) : []
}

/** False if it waits no longer. */
export async function moveEnd(tx: Tx, id: PurchaseId, until: Date): Promise<boolean> {
  const { rows } = await sql`
    update purchases set expires_at = ${until} where id = ${id} and status = 'pending_payment' returning id`.execute(
    tx,
  )
  return rows.length > 0
}

/**
 * The event's next purchases after one, in the order of their making, locked: with those that hold nothing any more, so
 * that a caller who goes through all of them knows how far it has come.
 */
export async function lockNextRows(
  tx: Tx,
  { eventId, after, limit }: { eventId: EventId; after: string; limit: number },
): Promise<PurchaseRow[]> {
  const { rows } = await sql<{ id: PurchaseId }>`
    select id from purchases where id > ${after} and event_id = ${eventId}
    order by id limit ${limit} for update`.execute(tx)
  const ids = rows.map(({ id }) => id)
  return ids.length > 0 ? readLocked(tx, ids) : []
}

/** What was bought with this mailbox as a guest, or by shadows of its account; in the order of their ids. */
export async function giveToUser(tx: Tx, userId: UserId, email: string): Promise<void> {
  await sql`
    update purchases set user_id = ${userId} where id in (
      select id from purchases
      where buyer_email = ${email} and (user_id is null
        or user_id in (select id from users where email = ${email} and is_shadow))
      order by id for update)`.execute(tx)
}
