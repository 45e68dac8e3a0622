import type { EventId, PurchaseId } from '@event-sphere/contract/values/ids'
import type { Tx } from '@event-sphere/kit/database/database'
import { refuse } from '../call/refuse.ts'
import type { Context } from '../context.ts'
import { findKeptActs, type KeptAct } from '../once/kept-acts.ts'
import { type Holdings, makeHoldings } from '../purchases/holdings.ts'
import { listWaiting } from '../purchases/store.ts'
import { lockStock } from '../seats/lock-stock.ts'
import { releaseEndedHolds } from '../seats/release-ended-holds.ts'
import { saveStock } from '../seats/save-stock.ts'
import type { Stock } from '../seats/stock.ts'
import { listOwned } from '../tickets/holdings.ts'
import { type Decision, decideOrder } from './decide-wish.ts'
import type { Draft } from './draft-purchase.ts'
import type { PurchaseOrder } from './wish.ts'
import { writePurchases } from './write-purchases.ts'

/** What became of an order: placed now, placed before under the same key, or begun before and still open. */
export type Served =
  | { kind: 'placed'; draft: Draft }
  | { kind: 'replay'; purchaseId: PurchaseId }
  | { kind: 'open'; purchaseId: PurchaseId }

type Found = Extract<Served, { kind: 'replay' }>

/** Serves everyone who waits at an event's till: one lock, a few reads, the rules for each in turn, one write of everything. */
export async function serveGroup(
  ctx: Context,
  eventId: EventId,
  orders: readonly PurchaseOrder[],
): Promise<(Served | Error)[]> {
  const emails = [...new Set(orders.map((order) => order.buyer.email))]
  const cartIds = orders.flatMap((order) => order.cartId ?? [])
  return ctx.database.pipeline(async (tx) => {
    const [stock, kept, owned, waiting] = await Promise.all([
      lockStock(tx, eventId, cartIds),
      findKeptActs(
        tx,
        orders.map((order) => order.once),
      ),
      listOwned(tx, eventId, emails),
      listWaiting(tx, eventId, emails),
    ])
    await releaseIfShort(tx, stock, orders)
    const { types, now } = stock
    const holdings = makeHoldings({ types, owned, waiting: waiting.filter((one) => one.expiresAt > now) })
    const ended = orders.map(makeDecider(stock, kept, holdings))
    const drafts = await writePurchases(ctx, tx, stock, ended.filter(isDone))
    return ended.map((one) => (isDone(one) ? servedOf(one, drafts) : one))
  })
}

/** Short of seats, the till first takes back those whose holds have ended. */
async function releaseIfShort(tx: Tx, stock: Stock, orders: readonly PurchaseOrder[]): Promise<void> {
  const wanted = orders.flatMap((order) => (order.cartId ? [] : order.items))
  if (stock.hasSeats(wanted)) return
  if (await releaseEndedHolds(tx, stock)) await saveStock(tx, stock)
}

function makeDecider(stock: Stock, kept: readonly KeptAct[], holdings: Holdings) {
  const done = new Map(kept.map((act) => [act.hash.toString('latin1'), act]))
  return (order: PurchaseOrder): Decision | Found => {
    const before = done.get(order.once.hash.toString('latin1'))
    if (!before) return decideOrder(stock, order, holdings)
    if (!before.fingerprint.equals(order.once.fingerprint)) return refuse('idempotency_key_reused')
    return { kind: 'replay', purchaseId: before.subjectId as PurchaseId }
  }
}

const isDone = (one: Decision | Found): one is Exclude<Decision, Error> =>
  !(one instanceof Error) && one.kind !== 'replay'

function servedOf(done: Exclude<Decision, Error>, drafts: ReadonlyMap<object, Draft>): Served {
  const draft = drafts.get(done)
  return draft ? { kind: 'placed', draft } : { kind: 'open', purchaseId: done.id }
}
