import type { Cart } from '@event-sphere/contract/cart'
import type { CartId, EventId, TicketTypeId } from '@event-sphere/contract/values/ids'
import type { Tx } from '@event-sphere/kit/database/database'
import { newUuid } from '@event-sphere/kit/ids'
import { refuse } from '../../call/refuse.ts'
import { dealingWith } from '../../call/scope.ts'
import type { Context } from '../../context.ts'
import { holdEnd } from '../../seats/hold-end.ts'
import { releaseEndedHolds } from '../../seats/release-ended-holds.ts'
import type { Hold, Seats, Stock } from '../../seats/stock.ts'
import { withStock } from '../../seats/with-stock.ts'
import { placeOfType } from '../../ticket-types/place-of-type.ts'
import { saleSideOf } from '../../ticket-types/sale-side.ts'
import { refuseOverLimit } from '../refuse-over-limit.ts'
import type { CartOwner } from './cart-owner.ts'
import { getCart } from './get-cart.ts'
import { findOffer, insertCart, lockCart, renewCart } from './store.ts'

export interface CartChange {
  ticketTypeId: TicketTypeId
  /** From how many there are of the type now, to how many there shall be. */
  quantity: (now: number) => number
  mustBeThere: boolean
}

/** The one way in which a cart changes: under its own lock and the stock's, its seats are put back and taken anew. */
export async function setCartItem(ctx: Context, owner: CartOwner, change: CartChange): Promise<Cart> {
  const place = await placeOfType(ctx, change.ticketTypeId)
  // To a key there is nothing of other organizations.
  if (!place || (owner.kind === 'guest' && owner.organizationId !== place.organizationId))
    throw refuse(change.mustBeThere ? 'not_found' : 'ticket_type_unknown')
  return dealingWith(place.organizationId, () => setOffered(ctx, owner, change))
}

async function setOffered(ctx: Context, owner: CartOwner, change: CartChange): Promise<Cart> {
  const offer = await findOffer(ctx.database.reader, owner, change.ticketTypeId)
  // What is not offered to them is answered like what does not exist, whatever else is wrong.
  if (!offer || !(offer.isOpen || change.mustBeThere))
    throw refuse(change.mustBeThere ? 'not_found' : 'ticket_type_unknown')
  const { eventId } = offer
  return ctx.database.transaction(async (tx) => {
    const cart = await openCart(tx, owner, eventId, change)
    const id = await withStock(ctx, tx, { eventId, holdIds: [cart.id] }, async (stock) => {
      const hold = stock.findLiveHold(cart.id)
      if (hold && cart.eventId !== eventId)
        throw refuse(change.mustBeThere ? 'not_found' : 'cart_other_event')
      const after = changeSeats(hold?.seats ?? [], change)
      await refuseUnlessAllowed(tx, stock, owner, { change, before: hold?.seats ?? [], after })
      const kept = hold ? cart.id : (newUuid() as CartId)
      await exchangeSeats(tx, stock, { id: kept, hold, after })
      return kept
    })
    if (id !== cart.id) await renewCart(tx, cart.id, { id, eventId })
    return getCart(tx, { ...owner, cartId: id })
  })
}

async function openCart(tx: Tx, owner: CartOwner, eventId: EventId, { mustBeThere }: CartChange) {
  const known = await lockCart(tx, owner)
  if (known) return known
  if (mustBeThere || owner.cartId) throw refuse('not_found')
  const id = newUuid() as CartId
  if (await insertCart(tx, owner, { id, eventId })) return { id, eventId }
  // The same person's other request was first.
  const theirs = await lockCart(tx, owner)
  if (!theirs) throw new Error('cart not found after it was inserted')
  return theirs
}

function changeSeats(before: readonly Seats[], { ticketTypeId, quantity, mustBeThere }: CartChange): Seats[] {
  const now = countOf(before, ticketTypeId)
  if (mustBeThere && now === 0) throw refuse('not_found')
  const others = before.filter((seat) => seat.ticketTypeId !== ticketTypeId)
  const wanted = quantity(now)
  return wanted > 0 ? [...others, { ticketTypeId, quantity: wanted }] : others
}

const countOf = (seats: readonly Seats[], type: TicketTypeId) =>
  seats.find((seat) => seat.ticketTypeId === type)?.quantity ?? 0

/** What is put in is on sale and within the limits; what goes with what is judged at checkout. Taking out is always allowed. */
async function refuseUnlessAllowed(
  tx: Tx,
  stock: Stock,
  owner: CartOwner,
  { change, before, after }: { change: CartChange; before: readonly Seats[]; after: readonly Seats[] },
): Promise<void> {
  const { ticketTypeId } = change
  if (countOf(after, ticketTypeId) <= countOf(before, ticketTypeId)) return
  const type = stock.types.get(ticketTypeId)
  const { event } = stock
  if (!type?.isActive || event?.status !== 'published') throw refuse('ticket_type_unknown')
  if (event.isPaused) throw refuse('sales_paused')
  const side = saleSideOf(type, stock.now)
  if (side !== 'open') throw refuse('sale_closed', { saleState: side })
  await refuseOverLimit(tx, stock, { email: owner.kind === 'person' ? owner.email : undefined, items: after })
}

/** Thirty minutes from the first item; a change does not make it longer. */
async function exchangeSeats(
  tx: Tx,
  stock: Stock,
  { id, hold, after }: { id: CartId; hold: Hold | undefined; after: readonly Seats[] },
): Promise<void> {
  const taken = hold && stock.takeHold(hold.id)
  if (taken) stock.returnSeats(taken.seats)
  if (!stock.hasSeats(after)) await releaseEndedHolds(tx, stock)
  if (!stock.hasSeats(after)) throw refuse('sold_out')
  stock.takeSeats(after)
  if (after.length > 0)
    stock.placeHold({ id, expiresAt: hold?.expiresAt ?? holdEnd(stock.now), seats: after })
}
