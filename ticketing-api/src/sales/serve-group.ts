import type { EventId, PurchaseId } from '@event-sphere/contract/values/ids'
import type { Tx } from '@event-sphere/kit/database/database'
import { refuse } from '../call/refuse.ts'
import { asCaller, inOrganization } from '../call/scope.ts'
import type { Context } from '../context.ts'
import { organizationOf } from '../events/organization-of.ts'
import { findKeptActs, type KeptAct } from '../once/kept-acts.ts'
import type { Holdings } from '../purchases/holdings.ts'
import { readHoldings } from '../purchases/read-holdings.ts'
import { lockStock } from '../seats/lock-stock.ts'
import { releaseEndedHolds } from '../seats/release-ended-holds.ts'
import { saveStock } from '../seats/save-stock.ts'
import type { Stock } from '../seats/stock.ts'
import { type Decision, decideWish } from './decide-wish.ts'
import type { Draft, Served } from './draft-purchase.ts'
import type { PurchaseWish } from './wish.ts'
import { writePurchases } from './write-purchases.ts'

type Found = Extract<Served, { kind: 'replay' }>

/** Serves everyone who waits in an event's line, in the scope of its organization and of none of those who wait. */
export async function serveGroup(
  ctx: Context,
  eventId: EventId,
  wishes: readonly PurchaseWish[],
): Promise<(Served | Error)[]> {
  const organizationId = await organizationOf(ctx, eventId)
  const act = () => serve(ctx, eventId, wishes)
  return organizationId ? inOrganization(organizationId, act) : asCaller({ kind: 'public' }, act)
}

/** One lock, a few reads, the rules for each in turn, one write of everything. */
async function serve(
  ctx: Context,
  eventId: EventId,
  wishes: readonly PurchaseWish[],
): Promise<(Served | Error)[]> {
  const emails = [...new Set(wishes.map((wish) => wish.buyer.email))]
  const cartIds = wishes.flatMap((wish) => wish.cartId ?? [])
  return ctx.database.pipeline(async (tx) => {
    const [stock, kept, holdingsAt] = await Promise.all([
      lockStock(tx, eventId, cartIds),
      findKeptActs(
        tx,
        wishes.map((wish) => wish.once),
      ),
      readHoldings(tx, eventId, emails),
    ])
    await releaseIfShort(ctx, tx, stock, wishes)
    const ended = wishes.map(makeDecider(stock, kept, holdingsAt(stock)))
    const drafts = await writePurchases(ctx, tx, stock, ended.filter(isDone))
    return ended.map((one) => (isDone(one) ? servedOf(one, drafts) : one))
  })
}

/** Short of seats, the sale first takes back those whose holds have ended. */
async function releaseIfShort(
  ctx: Context,
  tx: Tx,
  stock: Stock,
  wishes: readonly PurchaseWish[],
): Promise<void> {
  const wanted = wishes.flatMap((wish) => (wish.cartId ? [] : wish.items))
  if (stock.hasSeats(wanted)) return
  if (await releaseEndedHolds(tx, stock)) await saveStock(ctx, tx, stock)
}

function makeDecider(stock: Stock, kept: readonly KeptAct[], holdings: Holdings) {
  const done = new Map(kept.map((act) => [act.hash.toString('latin1'), act]))
  return (wish: PurchaseWish): Decision | Found => {
    const before = done.get(wish.once.hash.toString('latin1'))
    if (!before) return decideWish(stock, wish, holdings)
    if (!before.fingerprint.equals(wish.once.fingerprint)) return refuse('idempotency_key_reused')
    return { kind: 'replay', purchaseId: before.subjectId as PurchaseId }
  }
}

const isDone = (one: Decision | Found): one is Exclude<Decision, Error> =>
  !(one instanceof Error) && one.kind !== 'replay'

function servedOf(done: Exclude<Decision, Error>, drafts: ReadonlyMap<object, Draft>): Served {
  const draft = drafts.get(done)
  return draft ? { kind: 'placed', draft } : { kind: 'open', purchaseId: done.id }
}
