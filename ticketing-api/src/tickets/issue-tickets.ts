import type { PurchaseId, TicketId, TicketTypeId } from '@event-sphere/contract/values/ids'
import { sql, type Tx } from '@event-sphere/kit/database/database'
import { newUuid, randomCrockford } from '@event-sphere/kit/ids'
import type { SaleType, Stock } from '../ticket-types/lock-stock.ts'
import type { TicketFacts } from './ticket-facts.ts'

export interface TicketsWanted {
  purchaseId: PurchaseId
  ticketTypeId: TicketTypeId
  quantity: number
  holderName: string | null
}

/** Makes the tickets of many purchases at once. The caller holds the stock's lock, and the seats are already theirs. */
export async function issueTickets(
  tx: Tx,
  stock: Stock,
  wanted: readonly TicketsWanted[],
): Promise<TicketFacts[]> {
  if (wanted.length === 0) return []
  const serials = new Map<TicketTypeId, number>()
  const tickets = wanted.flatMap((line) => makeTickets(stock, serials, line))
  await insertTickets(tx, tickets)
  await saveSerials(tx, stock, serials)
  return tickets
}

function makeTickets(stock: Stock, serials: Map<TicketTypeId, number>, line: TicketsWanted): TicketFacts[] {
  const { event } = stock
  const type = stock.types.get(line.ticketTypeId)
  if (!event || !type) throw new Error('Tickets are issued for a ticket type of the locked event.')
  return Array.from({ length: line.quantity }, () => {
    const serial = (serials.get(type.id) ?? type.lastSerial) + 1
    serials.set(type.id, serial)
    const ticket = {
      id: newUuid() as TicketId,
      purchaseId: line.purchaseId,
      serial,
      typedCode: randomCrockford(10),
      status: 'valid' as const,
      holderName: line.holderName,
      issuedAt: stock.now,
    }
    return { ticket, event, type }
  })
}

async function insertTickets(tx: Tx, made: readonly TicketFacts[]): Promise<void> {
  const tickets = made.map(({ ticket }) => ticket)
  await sql`
    insert into tickets (id, event_id, ticket_type_id, purchase_id, serial, typed_code, holder_name, issued_at)
    select * from unnest(
      ${tickets.map((t) => t.id)}::uuid[], ${made.map((m) => m.event.id)}::uuid[],
      ${made.map((m) => m.type.id)}::uuid[], ${tickets.map((t) => t.purchaseId)}::uuid[],
      ${tickets.map((t) => t.serial)}::int[], ${tickets.map((t) => t.typedCode)}::text[],
      ${tickets.map((t) => t.holderName)}::text[], ${tickets.map((t) => t.issuedAt)}::timestamptz[])`.execute(
    tx,
  )
}

async function saveSerials(tx: Tx, stock: Stock, serials: ReadonlyMap<TicketTypeId, number>): Promise<void> {
  await sql`
    update ticket_types set last_serial = new.serial
    from unnest(${[...serials.keys()]}::uuid[], ${[...serials.values()]}::int[]) as new (id, serial)
    where ticket_types.id = new.id`.execute(tx)
  for (const [id, serial] of serials) (stock.types.get(id) as SaleType).lastSerial = serial
}
