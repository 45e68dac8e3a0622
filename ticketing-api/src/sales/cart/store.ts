import type { CartId, EventId, OrganizationId, TicketTypeId } from '@event-sphere/contract/values/ids'
import type { Cents } from '@event-sphere/contract/values/money'
import { type Reader, sql, type Tx } from '@event-sphere/kit/database/database'
import type { CartOwner } from './cart-owner.ts'

export interface CartRow {
  id: CartId
  eventId: EventId
  /** Whose event that is. */
  organizationId: OrganizationId
  /** Until when its seats are held; null once nothing is in it. */
  expiresAt: Date | null
}

export interface CartItemRow {
  ticketTypeId: TicketTypeId
  name: string
  quantity: number
  unitPriceCents: Cents
}

function ownedBy(owner: CartOwner) {
  const isIt = owner.cartId ? sql`c.id = ${owner.cartId}` : sql`true`
  if (owner.kind === 'person') return sql`c.user_id = ${owner.userId} and ${isIt}`
  return sql`c.organization_id = ${owner.organizationId} and c.user_id is null and c.id = ${owner.cartId ?? null}`
}

export async function findCart(reader: Reader, owner: CartOwner): Promise<CartRow | undefined> {
  const { rows } = await sql<CartRow>`
    select c.id, c.event_id as "eventId", c.organization_id as "organizationId", h.expires_at as "expiresAt"
    from carts c left join holds h on h.id = c.id where ${ownedBy(owner)}`.execute(reader)
  return rows[0]
}

/** The cart, locked before the stock of any event, so that two events never go into one cart at once. */
export async function lockCart(
  tx: Tx,
  owner: CartOwner,
): Promise<Pick<CartRow, 'id' | 'eventId'> | undefined> {
  const { rows } = await sql<Pick<CartRow, 'id' | 'eventId'>>`
    select c.id, c.event_id as "eventId" from carts c where ${ownedBy(owner)} for update`.execute(tx)
  return rows[0]
}

export async function listCartItems(reader: Reader, id: CartId): Promise<CartItemRow[]> {
  const { rows } = await sql<CartItemRow>`
    select t.id as "ticketTypeId", t.name, i.quantity, t.price_cents as "unitPriceCents"
    from hold_items i join ticket_types t on t.id = i.ticket_type_id
    where i.hold_id = ${id} order by t.number`.execute(reader)
  return rows
}

/** False if the person has a cart already. */
export async function insertCart(
  tx: Tx,
  owner: CartOwner,
  cart: { id: CartId; eventId: EventId },
): Promise<boolean> {
  const userId = owner.kind === 'person' ? owner.userId : null
  const { numAffectedRows } = await sql`
    insert into carts (id, user_id, event_id)
    values (${cart.id}, ${userId}, ${cart.eventId}) on conflict (user_id) do nothing`.execute(tx)
  return numAffectedRows === 1n
}

/** A cart that is filled anew is a new one: the old id may head a purchase. Its event may be of another organization. */
export async function renewCart(tx: Tx, id: CartId, next: { id: CartId; eventId: EventId }): Promise<void> {
  await sql`
    update carts set id = ${next.id}, event_id = ${next.eventId}, organization_id = default where id = ${id}`.execute(
    tx,
  )
}

export interface Offer {
  eventId: EventId
  /** Whether this owner may put it into a cart: published, in the sale, and for a guest the organization's own. */
  isOpen: boolean
}

export async function findOffer(
  reader: Reader,
  owner: CartOwner,
  id: TicketTypeId,
): Promise<Offer | undefined> {
  const sellerId = owner.kind === 'guest' ? owner.organizationId : null
  const { rows } = await sql<Offer>`
    select e.id as "eventId", t.is_active and e.status = 'published'
      and (${sellerId}::uuid is null or e.organization_id = ${sellerId}) as "isOpen"
    from ticket_types t join events e on e.id = t.event_id where t.id = ${id}`.execute(reader)
  return rows[0]
}
