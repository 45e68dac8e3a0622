import type { EventId, OrganizationId, TicketTypeId } from '@event-sphere/contract/values/ids'
import { type Reader, sql, type Tx } from '@event-sphere/kit/database/database'

/** How many valid tickets of a type a mailbox has. A bundle counts as itself and as what it issued. */
export interface OwnedTickets {
  email: string
  ticketTypeId: TicketTypeId
  quantity: number
}

export async function listOwned(
  reader: Reader,
  eventId: EventId,
  emails: readonly string[],
): Promise<OwnedTickets[]> {
  if (emails.length === 0) return []
  const { rows } = await sql<OwnedTickets>`
    select email, ticket_type_id as "ticketTypeId", owned as quantity
    from holdings where event_id = ${eventId} and email = any(${emails}::text[])`.execute(reader)
  return rows
}

/** Counts tickets in, each mailbox and type once; the caller holds the event's lock. */
export async function addToHoldings(
  tx: Tx,
  event: { id: EventId; organizationId: OrganizationId },
  rows: readonly OwnedTickets[],
): Promise<void> {
  await sql`
    insert into holdings (organization_id, event_id, email, ticket_type_id, owned)
    select ${event.organizationId}::uuid, ${event.id}::uuid, * from unnest(
      ${rows.map((row) => row.email)}::text[], ${rows.map((row) => row.ticketTypeId)}::uuid[],
      ${rows.map((row) => row.quantity)}::int[])
    on conflict (event_id, email, ticket_type_id) do update set owned = holdings.owned + excluded.owned`.execute(
    tx,
  )
}

/** Counts tickets out that are valid no longer; the caller holds the event's lock. */
export async function removeOwned(tx: Tx, eventId: EventId, gone: readonly OwnedTickets[]): Promise<void> {
  await sql`
    update holdings h set owned = h.owned - gone.quantity
    from (select email, ticket_type_id, sum(quantity)::int as quantity from unnest(
      ${gone.map((row) => row.email)}::text[], ${gone.map((row) => row.ticketTypeId)}::uuid[],
      ${gone.map((row) => row.quantity)}::int[]) as row (email, ticket_type_id, quantity) group by 1, 2) gone
    where h.event_id = ${eventId} and h.email = gone.email and h.ticket_type_id = gone.ticket_type_id`.execute(
    tx,
  )
}
