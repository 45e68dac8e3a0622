import type { Cart } from '@event-sphere/contract/cart'
import type { CartId, TicketTypeId, UserId } from '@event-sphere/contract/values/ids'
import type { Tx } from '@event-sphere/kit/database/database'
import { newUuid } from '@event-sphere/kit/ids'
import type { Caller } from '../caller.ts'
import type { Context } from '../context.ts'
import { refuse } from '../refuse.ts'
import { dropHolds, insertHolds, readHolds, releaseEndedHolds } from '../seats/hold-seats.ts'
import { lockStock, type Stock } from '../seats/lock-stock.ts'
import { hasSeats, returnSeats, type Seats, saveStock, takeSeats } from '../seats/move-stock.ts'
import { customerId } from './customer-id.ts'
import { readCart } from './get-cart.ts'
import { refuseUnlessOnSale } from './refuse-unless-on-sale.ts'
import { type CartRow, findCart, findEventOf, replaceCart } from './store.ts'

const holdMinutes = 30

export interface CartChange {
  ticketTypeId: TicketTypeId
  /** From how many there are of the type now, to how many there shall be. */
  quantity: (now: number) => number
  mustBeThere: boolean
}

/** The one way in which a cart changes: under the stock's lock, its seats are put back and taken anew. */
export async function setCartItem(ctx: Context, caller: Caller, change: CartChange): Promise<Cart> {
  const userId = customerId(caller)
  const eventId = await findEventOf(ctx.database.reader, change.ticketTypeId)
  if (!eventId) throw refuse(change.mustBeThere ? 'not_found' : 'ticket_type_unknown')
  return ctx.database.transaction(async (tx) => {
    const stock = await lockStock(tx, eventId)
    const cart = await findCart(tx, userId)
    if (cart && cart.eventId !== eventId) throw refuse(change.mustBeThere ? 'not_found' : 'cart_other_event')
    const before = cart ? ((await readHolds(tx, [cart.id]))[0]?.seats ?? []) : []
    const after = changeSeats(before, change)
    refuseUnlessOnSale(stock, after)
    await exchangeSeats(tx, stock, { eventId, before, after })
    await keepSeats(tx, { userId, cart, stock, after })
    return readCart(tx, caller)
  })
}

function changeSeats(before: readonly Seats[], { ticketTypeId, quantity, mustBeThere }: CartChange): Seats[] {
  const now = before.find((seat) => seat.ticketTypeId === ticketTypeId)?.quantity ?? 0
  if (mustBeThere && now === 0) throw refuse('not_found')
  const others = before.filter((seat) => seat.ticketTypeId !== ticketTypeId)
  const wanted = quantity(now)
  return wanted > 0 ? [...others, { ticketTypeId, quantity: wanted }] : others
}

type Exchange = {
  eventId: Parameters<typeof releaseEndedHolds>[1]
  before: readonly Seats[]
  after: readonly Seats[]
}

async function exchangeSeats(tx: Tx, stock: Stock, { eventId, before, after }: Exchange): Promise<void> {
  returnSeats(stock, before)
  if (!hasSeats(stock, after)) await releaseEndedHolds(tx, eventId, stock)
  if (!hasSeats(stock, after)) throw refuse('sold_out')
  takeSeats(stock, after)
  await saveStock(tx, stock)
}

/** Thirty minutes from the first item; a change does not make it longer. */
async function keepSeats(
  tx: Tx,
  {
    userId,
    cart,
    stock,
    after,
  }: { userId: UserId; cart: CartRow | undefined; stock: Stock; after: readonly Seats[] },
): Promise<void> {
  const { event, now } = stock
  if (!event) throw refuse('ticket_type_unknown')
  if (cart) await dropHolds(tx, [cart.id])
  if (after.length === 0) return
  const id = cart?.id ?? (newUuid() as CartId)
  const expiresAt = cart?.expiresAt ?? new Date(now.getTime() + holdMinutes * 60_000)
  await replaceCart(tx, userId, { id, eventId: event.id })
  await insertHolds(tx, [{ id, eventId: event.id, expiresAt, seats: after }])
}
