import type { CartId, EventId, TicketTypeId, UserId } from '@event-sphere/contract/values/ids'
import type { Cents } from '@event-sphere/contract/values/money'
import { type Reader, sql, type Tx } from '@event-sphere/kit/database/database'

export interface CartRow {
  id: CartId
  eventId: EventId
  expiresAt: Date
}

export interface CartItemRow {
  ticketTypeId: TicketTypeId
  name: string
  quantity: number
  unitPriceCents: Cents
}

/** The buyer's cart while its hold lasts; an ended one is an empty one. */
export async function findCart(reader: Reader, userId: UserId): Promise<CartRow | undefined> {
  const { rows } = await sql<CartRow>`
    select c.id, c.event_id as "eventId", h.expires_at as "expiresAt"
    from carts c join holds h on h.id = c.id
    where c.user_id = ${userId} and h.expires_at > clock.now()`.execute(reader)
  return rows[0]
}

export async function listCartItems(reader: Reader, id: CartId): Promise<CartItemRow[]> {
  const { rows } = await sql<CartItemRow>`
    select t.id as "ticketTypeId", t.name, i.quantity, t.price_cents as "unitPriceCents"
    from hold_items i join ticket_types t on t.id = i.ticket_type_id
    where i.hold_id = ${id} order by t.number`.execute(reader)
  return rows
}

/** A buyer has one cart; a new one takes the place of the one that ended. */
export async function replaceCart(
  tx: Tx,
  userId: UserId,
  cart: { id: CartId; eventId: EventId },
): Promise<void> {
  await sql`
    insert into carts (id, user_id, event_id) values (${cart.id}, ${userId}, ${cart.eventId})
    on conflict (user_id) do update set id = excluded.id, event_id = excluded.event_id`.execute(tx)
}

/** The event of a ticket type that is sold at all. */
export async function findEventOf(reader: Reader, id: TicketTypeId): Promise<EventId | undefined> {
  const { rows } = await sql<{ eventId: EventId }>`
    select event_id as "eventId" from ticket_types where id = ${id}`.execute(reader)
  return rows[0]?.eventId
}
