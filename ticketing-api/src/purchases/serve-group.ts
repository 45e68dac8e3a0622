import type { EventId } from '@event-sphere/contract/values/ids'
import type { Tx } from '@event-sphere/kit/database/database'
import type { Context } from '../context.ts'
import { KeptReply } from '../http/route.ts'
import { findKeptReplies, type KeptReplyRow } from '../once/kept-replies.ts'
import { refuse } from '../refuse.ts'
import { type Hold, readHolds, releaseEndedHolds } from '../seats/hold-seats.ts'
import { lockStock, type Stock } from '../seats/lock-stock.ts'
import { hasSeats, saveStock } from '../seats/move-stock.ts'
import { type Decided, decideOrder } from './decide-order.ts'
import { makeHoldings } from './holdings.ts'
import type { PurchaseOrder } from './order.ts'
import { listHoldings } from './store.ts'
import type { Answer } from './till.ts'
import { writePurchases } from './write-purchases.ts'

/** Serves everyone who waits at an event's till: one lock, a few reads, the rules for each in turn, one write of everything. */
export async function serveGroup(
  ctx: Context,
  eventId: EventId,
  orders: readonly PurchaseOrder[],
): Promise<Answer[]> {
  const keys = orders.map((order) => order.once)
  const emails = [...new Set(orders.map((order) => order.buyer.email))]
  const cartIds = orders.flatMap((order) => order.cartId ?? [])
  return ctx.database.pipeline(async (tx) => {
    const [stock, kept, held, carts] = await Promise.all([
      lockStock(tx, eventId),
      findKeptReplies(tx, keys),
      listHoldings(tx, eventId, emails),
      readHolds(tx, cartIds),
    ])
    await releaseIfShort(tx, eventId, stock, orders)
    const decide = makeDecider(stock, kept, makeHoldings(held), carts)
    const decided = orders.map(decide)
    const replies = await writePurchases(
      ctx,
      tx,
      stock,
      decided.filter((one) => 'lines' in one),
    )
    return decided.map((one) => ('lines' in one ? (replies.get(one) ?? refuse('fault')) : one))
  })
}

/** Short of seats, the till first takes back those whose holds have ended. */
async function releaseIfShort(
  tx: Tx,
  eventId: EventId,
  stock: Stock,
  orders: readonly PurchaseOrder[],
): Promise<void> {
  const wanted = orders.flatMap((order) => (order.cartId ? [] : order.items))
  if (hasSeats(stock, wanted)) return
  if (await releaseEndedHolds(tx, eventId, stock)) await saveStock(tx, stock)
}

function makeDecider(
  stock: Stock,
  kept: KeptReplyRow[],
  holdings: ReturnType<typeof makeHoldings>,
  carts: Hold[],
) {
  const given = new Map(kept.map((reply) => [reply.hash.toString('latin1'), reply]))
  const cartHolds = new Map(carts.map((cart) => [cart.id, cart]))
  return (order: PurchaseOrder): Answer | Decided => {
    const before = given.get(order.once.hash.toString('latin1'))
    if (!before)
      return decideOrder(stock, order, holdings, order.cartId ? cartHolds.get(order.cartId) : undefined)
    if (!before.fingerprint.equals(order.once.fingerprint)) return refuse('idempotency_key_reused')
    return new KeptReply(before.body, true)
  }
}
