import type { Locale } from '@event-sphere/contract/auth'
import type {
  EventId,
  OrganizationId,
  PurchaseId,
  TicketId,
  TicketTypeId,
} from '@event-sphere/contract/values/ids'
import type { Cents } from '@event-sphere/contract/values/money'
import { type Reader, sql, type Tx } from '@event-sphere/kit/database/database'
import type { RawBuilder } from 'kysely'
import type { Stock } from '../seats/stock.ts'
import type { Sight } from './rules.ts'
import type { EventFacts, TicketFacts, TicketRow, TypeFacts } from './ticket-facts.ts'

/** A ticket, if it exists and the caller may see it. */
export async function findTicket(
  reader: Reader,
  id: TicketId,
  sight: Sight,
): Promise<TicketFacts | undefined> {
  const [found] = await readTickets(reader, sql`t.id = ${id} and ${isInSight(sight)}`)
  return found
}

export async function findOrganizationOf(reader: Reader, id: TicketId): Promise<OrganizationId | undefined> {
  const { rows } = await sql<{ organizationId: OrganizationId }>`
    select organization_id as "organizationId" from tickets where id = ${id}`.execute(reader)
  return rows[0]?.organizationId
}

/** The tickets of purchases, in the order in which they were bought and numbered. */
export async function listTicketsOfPurchases(
  reader: Reader,
  ids: readonly PurchaseId[],
): Promise<TicketFacts[]> {
  return ids.length === 0 ? [] : readTickets(reader, sql`t.purchase_id = any(${ids}::uuid[])`)
}

export async function findTicketOfEvent(
  reader: Reader,
  organizationId: OrganizationId,
  { ticketId, eventId }: { ticketId: TicketId; eventId: EventId },
): Promise<TicketFacts | undefined> {
  const isIt = sql`e.organization_id = ${organizationId} and t.id = ${ticketId} and e.id = ${eventId}`
  const [found] = await readTickets(reader, isIt)
  return found
}

export async function findTicketOfOrganization(
  reader: Reader,
  organizationId: OrganizationId,
  id: TicketId,
): Promise<TicketFacts | undefined> {
  const isIt = sql`e.organization_id = ${organizationId} and t.id = ${id}`
  const [found] = await readTickets(reader, isIt)
  return found
}

export async function findTicketByTypedCode(
  reader: Reader,
  organizationId: OrganizationId,
  typedCode: string,
): Promise<TicketFacts | undefined> {
  const isIt = sql`e.organization_id = ${organizationId} and t.typed_code = ${typedCode}`
  const [found] = await readTickets(reader, isIt)
  return found
}

export async function findTicketByPrintedCode(
  reader: Reader,
  organizationId: OrganizationId,
  { eventCode, typeCode, serial }: { eventCode: string; typeCode: string; serial: number },
): Promise<TicketFacts | undefined> {
  const isIt = sql`e.organization_id = ${organizationId} and e.code = ${eventCode}
    and y.code = ${typeCode} and t.serial = ${serial}`
  const [found] = await readTickets(reader, isIt)
  return found
}

function isInSight(sight: Sight): RawBuilder<unknown> {
  if (sight.kind === 'guests') return sql`p.organization_id = ${sight.organizationId} and p.user_id is null`
  return sql`(p.user_id = ${sight.userId} or e.organization_id = ${sight.staffOf})`
}

async function readTickets(reader: Reader, isWanted: RawBuilder<unknown>): Promise<TicketFacts[]> {
  const { rows } = await sql<FlatTicket>`
    select t.id, t.purchase_id as "purchaseId", t.serial, t.typed_code as "typedCode", t.status,
      -- A person with an account has the name of the account; a guest has the one that the organization gave.
      coalesce(nullif(concat_ws(' ', u.first_name, u.last_name), ''), t.holder_name) as "holderName", t.issued_at as "issuedAt",
      e.id as "eventId", e.code as "eventCode", e.title, e.slug, e.timezone,
      e.starts_at as "startsAt", e.ends_at as "endsAt", e.location_name as "locationName",
      y.id as "typeId", y.number, y.code as "typeCode", y.name,
      event_days(y.admits_on, e.starts_at, e.ends_at, e.timezone) as "admitsOn"
    from tickets t
    join ticket_types y on y.id = t.ticket_type_id
    join events e on e.id = t.event_id
    join purchases p on p.id = t.purchase_id
    left join users u on u.id = p.user_id
    where ${isWanted}
    order by p.created_at, p.id, y.number, t.serial`.execute(reader)
  return rows.map(unfold)
}

interface FlatTicket extends TicketRow, Omit<EventFacts, 'id' | 'code'>, Omit<TypeFacts, 'id' | 'code'> {
  eventId: EventId
  eventCode: string
  typeId: TicketTypeId
  typeCode: string
}

function unfold(row: FlatTicket): TicketFacts {
  const { id, purchaseId, serial, typedCode, status, holderName, issuedAt } = row
  const { title, slug, timezone, startsAt, endsAt, locationName } = row
  return {
    ticket: { id, purchaseId, serial, typedCode, status, holderName, issuedAt },
    event: { id: row.eventId, code: row.eventCode, title, slug, timezone, startsAt, endsAt, locationName },
    type: { id: row.typeId, number: row.number, code: row.typeCode, name: row.name, admitsOn: row.admitsOn },
  }
}

/** An event's keys as PEM: PKCS#8 and SPKI. */
export async function findKeyTexts(
  reader: Reader,
  eventId: EventId,
): Promise<{ privateKey: string; publicKey: string } | undefined> {
  const { rows } = await sql<{ privateKey: string; publicKey: string }>`
    select private_key as "privateKey", public_key as "publicKey"
    from ticket_keys where event_id = ${eventId}`.execute(reader)
  return rows[0]
}

/** Of a purchase, as far as the mail with its tickets shows it. */
export interface MailFacts {
  email: string
  organizationId: OrganizationId
  eventId: EventId
  firstName: string | null
  locale: Locale
  isMailed: boolean
  /** Its owner has opened a link in it. */
  isProven: boolean
  /** Money came in for it: nobody sends mails to strangers at that price. */
  isPaid: boolean
}

export async function findMailFacts(reader: Reader, id: PurchaseId): Promise<MailFacts | undefined> {
  const { rows } = await sql<MailFacts>`
    select buyer_email as email, organization_id as "organizationId", event_id as "eventId", buyer_first_name as "firstName", locale,
      mailed_at is not null as "isMailed", exists (select from money_entries m where m.purchase_id = purchases.id) as "isPaid",
      exists (select from users u where u.email = buyer_email and not u.is_shadow
        and u.email_verified_at is not null) as "isProven"
    from purchases where id = ${id}`.execute(reader)
  return rows[0]
}

/** This address's purchases at the event whose tickets have not been mailed. */
export async function listUnmailed(
  reader: Reader,
  { email, eventId }: Pick<MailFacts, 'email' | 'eventId'>,
): Promise<PurchaseId[]> {
  const { rows } = await sql<{ id: PurchaseId }>`
    select id from purchases
    where (user_id in (select id from users where email = ${email}) or (user_id is null and buyer_email = ${email}))
      and event_id = ${eventId} and status in ('completed', 'partially_refunded') and mailed_at is null`.execute(
    reader,
  )
  return rows.map(({ id }) => id)
}

/** What each ticket type cost in these purchases. */
export async function readPrices(
  reader: Reader,
  ids: readonly PurchaseId[],
): Promise<ReadonlyMap<TicketTypeId, Cents>> {
  const { rows } = await sql<{ ticketTypeId: TicketTypeId; cents: Cents }>`
    select ticket_type_id as "ticketTypeId", max(unit_price_cents) as cents
    from purchase_items where purchase_id = any(${ids}::uuid[]) group by 1`.execute(reader)
  return new Map(rows.map(({ ticketTypeId, cents }) => [ticketTypeId, cents]))
}

/** When the entrance of its own opens, for each type that has one with hours: `17:30` on the clock there. */
export async function readOpeningHours(
  reader: Reader,
  types: readonly TicketTypeId[],
): Promise<ReadonlyMap<TicketTypeId, string>> {
  const { rows } = await sql<{ ticketTypeId: TicketTypeId; opens: string }>`
    select o.ticket_type_id as "ticketTypeId", to_char(min(n.opens_at), 'HH24:MI') as opens
    from entrance_ticket_types o join entrances n on n.id = o.entrance_id
    where o.ticket_type_id = any(${types}::uuid[]) and n.opens_at is not null group by 1`.execute(reader)
  return new Map(rows.map(({ ticketTypeId, opens }) => [ticketTypeId, opens]))
}

/** M-Pesa's codes of the money that paid for these purchases. */
export async function listReceipts(reader: Reader, ids: readonly PurchaseId[]): Promise<string[]> {
  const { rows } = await sql<{ receipt: string }>`
    select receipt from payments
    where purchase_id = any(${ids}::uuid[]) and status = 'paid' and receipt is not null
    order by created_at`.execute(reader)
  return rows.map(({ receipt }) => receipt)
}

/** In the order of their ids, as everybody locks purchases. */
export async function markMailed(tx: Tx, ids: readonly PurchaseId[]): Promise<void> {
  await sql`
    update purchases set mailed_at = clock.now() where id in (
      select id from purchases where id = any(${ids}::uuid[]) and mailed_at is null order by id for update)`.execute(
    tx,
  )
}

export async function markTicketsCancelled(tx: Tx, purchaseIds: readonly PurchaseId[]): Promise<void> {
  await sql`
    update tickets set status = 'cancelled'
    where purchase_id = any(${purchaseIds}::uuid[]) and status = 'valid'`.execute(tx)
}

export async function insertTickets(
  tx: Tx,
  { event, now }: Pick<Stock, 'event' | 'now'>,
  made: readonly TicketFacts[],
): Promise<void> {
  const tickets = made.map(({ ticket }) => ticket)
  await sql`
    insert into tickets (organization_id, event_id, issued_at, id, ticket_type_id, purchase_id, serial, typed_code, holder_name)
    select ${event?.organizationId}::uuid, ${event?.id}::uuid, ${now}::timestamptz, * from unnest(
      ${tickets.map((t) => t.id)}::uuid[], ${made.map((m) => m.type.id)}::uuid[],
      ${tickets.map((t) => t.purchaseId)}::uuid[], ${tickets.map((t) => t.serial)}::int[],
      ${tickets.map((t) => t.typedCode)}::text[], ${tickets.map((t) => t.holderName)}::text[])`.execute(tx)
}

export async function saveSerials(tx: Tx, made: readonly TicketFacts[]): Promise<void> {
  const last = new Map(made.map(({ type, ticket }) => [type.id, ticket.serial]))
  await sql`
    update ticket_types set last_serial = new.serial
    from unnest(${[...last.keys()]}::uuid[], ${[...last.values()]}::int[]) as new (id, serial)
    where ticket_types.id = new.id`.execute(tx)
}
