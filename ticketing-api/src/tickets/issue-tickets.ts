import { sql, type Tx } from '@event-sphere/kit/database/database'
import type { Stock } from '../seats/stock.ts'
import type { TicketFacts } from './ticket-facts.ts'

/** Saves tickets of one event and how far its numbers have come. Their seats are their owners' already. */
export async function issueTickets(tx: Tx, stock: Stock, made: readonly TicketFacts[]): Promise<void> {
  if (made.length === 0) return
  await Promise.all([insertTickets(tx, stock, made), saveSerials(tx, made)])
}

async function insertTickets(tx: Tx, { event, now }: Stock, made: readonly TicketFacts[]): Promise<void> {
  const tickets = made.map(({ ticket }) => ticket)
  await sql`
    insert into tickets (event_id, issued_at, id, ticket_type_id, purchase_id, serial, typed_code, holder_name)
    select ${event?.id}::uuid, ${now}::timestamptz, * from unnest(
      ${tickets.map((t) => t.id)}::uuid[], ${made.map((m) => m.type.id)}::uuid[],
      ${tickets.map((t) => t.purchaseId)}::uuid[], ${tickets.map((t) => t.serial)}::int[],
      ${tickets.map((t) => t.typedCode)}::text[], ${tickets.map((t) => t.holderName)}::text[])`.execute(tx)
}

async function saveSerials(tx: Tx, made: readonly TicketFacts[]): Promise<void> {
  const last = new Map(made.map(({ type, ticket }) => [type.id, ticket.serial]))
  await sql`
    update ticket_types set last_serial = new.serial
    from unnest(${[...last.keys()]}::uuid[], ${[...last.values()]}::int[]) as new (id, serial)
    where ticket_types.id = new.id`.execute(tx)
}
