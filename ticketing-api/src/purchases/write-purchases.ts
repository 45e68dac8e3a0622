import { purchase } from '@event-sphere/contract/purchases'
import type { PurchaseId } from '@event-sphere/contract/values/ids'
import { noCents } from '@event-sphere/contract/values/money'
import type { Tx } from '@event-sphere/kit/database/database'
import { newUuid } from '@event-sphere/kit/ids'
import { z } from 'zod'
import type { Context } from '../context.ts'
import { KeptReply } from '../http/route.ts'
import { dropHolds, insertHolds } from '../ticket-types/hold-seats.ts'
import type { Stock } from '../ticket-types/lock-stock.ts'
import { saveStock } from '../ticket-types/move-stock.ts'
import { issueTickets } from '../tickets/issue-tickets.ts'
import { viewTicket } from '../tickets/view.ts'
import { ticketViewer } from '../tickets/view-ticket.ts'
import { newAccount } from './account.ts'
import type { Decided } from './decide-order.ts'
import { holderNameOf } from './holder-name-of.ts'
import { keepReplies } from './kept-replies.ts'
import { insertItems, insertPurchases, type PurchaseItemRow, type PurchaseRow } from './store.ts'
import { viewPurchase } from './view.ts'

const holdMinutes = 30

interface Written {
  decided: Decided
  row: PurchaseRow
  items: PurchaseItemRow[]
}

/** Writes what was decided, all of it in a few statements, and makes the answers. */
export async function writePurchases(
  ctx: Context,
  tx: Tx,
  stock: Stock,
  decisions: readonly Decided[],
): Promise<Map<Decided, KeptReply>> {
  if (decisions.length === 0) return new Map()
  const written = decisions.map((decided) => writtenOf(stock, decided))
  const free = written.filter(({ row }) => row.status === 'completed')
  await insertPurchases(
    tx,
    written.map(({ row }) => row),
  )
  await insertItems(
    tx,
    written.flatMap(({ items }) => items),
  )
  await moveHolds(tx, written)
  await saveStock(tx, stock)
  const tickets = await issueTickets(tx, stock, free.flatMap(ticketsWanted))
  if (free.length > 0) {
    await ctx.jobs.enqueue(tx, 'tickets.mail', [{ purchaseIds: free.map(({ row }) => row.id) }])
  }
  const byPurchase = Map.groupBy(tickets, ({ ticket }) => ticket.purchaseId)
  const view = await viewerOf(tx, stock, written)
  const replies = written.map(({ decided, row, items }) => {
    const own = (byPurchase.get(row.id) ?? []).map(view(decided.order.isMinimal))
    const parts = { row, items, tickets: own, shortcode: ctx.config.mpesa.shortcode }
    return { decided, body: JSON.stringify(z.encode(purchase, viewPurchase(parts))) }
  })
  await keepReplies(
    tx,
    replies.map(({ decided, body }) => ({ ...decided.order.once, body })),
  )
  return new Map(replies.map(({ decided, body }) => [decided, new KeptReply(body, false)]))
}

function writtenOf(stock: Stock, decided: Decided): Written {
  const { order, total, lines } = decided
  const { event, now } = stock
  if (!event) throw new Error('A purchase is decided for an event that is there.')
  const isFree = total === 0
  const row: PurchaseRow = {
    id: newUuid() as PurchaseId,
    organizationId: event.organizationId,
    eventId: event.id,
    userId: order.buyer.userId,
    buyerEmail: order.buyer.email,
    buyerFirstName: order.buyer.firstName,
    buyerLastName: order.buyer.lastName,
    buyerPhone: order.buyer.phone,
    locale: order.buyer.locale,
    status: isFree ? 'completed' : 'pending_payment',
    totalCents: total,
    paidCents: noCents,
    account: newAccount(),
    expiresAt: isFree ? null : new Date(now.getTime() + holdMinutes * 60_000),
    createdAt: now,
    completedAt: isFree ? now : null,
  }
  const items = lines.map((line) => ({
    purchaseId: row.id,
    ticketTypeId: line.ticketTypeId,
    name: line.type.name,
    quantity: line.quantity,
    unitPriceCents: line.type.priceCents,
  }))
  return { decided, row, items }
}

/** Carts give up their holds; what waits for money keeps its seats under its own id. */
async function moveHolds(tx: Tx, written: readonly Written[]): Promise<void> {
  await dropHolds(
    tx,
    written.flatMap(({ decided }) => decided.order.cartId ?? []),
  )
  const waiting = written.flatMap(({ row, items }) => {
    if (!row.expiresAt) return []
    return [{ id: row.id, eventId: row.eventId, expiresAt: row.expiresAt, seats: items }]
  })
  await insertHolds(tx, waiting)
}

function ticketsWanted({ row, items }: Written) {
  const holderName = holderNameOf(row)
  return items.map(({ ticketTypeId, quantity }) => ({
    purchaseId: row.id,
    ticketTypeId,
    quantity,
    holderName,
  }))
}

/** Signing costs something, so a group in which nobody asked what the QR says loads no key. */
async function viewerOf(tx: Tx, { event }: Stock, written: readonly Written[]) {
  const isWhole = written.some(({ decided }) => !decided.order.isMinimal)
  const whole = event && isWhole ? await ticketViewer(tx, event.id) : viewTicket
  return (isMinimal: boolean) => (isMinimal ? viewTicket : whole)
}
