import type { Purchase } from '@event-sphere/contract/purchases'
import type { PurchaseId } from '@event-sphere/contract/values/ids'
import { noCents } from '@event-sphere/contract/values/money'
import type { Context } from '../context.ts'
import { describePurchases } from '../purchases/describe-purchases.ts'
import { holderNameOf } from '../purchases/holder-name-of.ts'
import { getRow, listItems, type PurchaseRow } from '../purchases/store.ts'
import { viewPurchase } from '../purchases/view.ts'
import { holdEnd } from '../seats/hold-end.ts'
import { listTicketsOf } from '../tickets/list-tickets-of.ts'
import { viewTicket } from '../tickets/view.ts'
import { ticketViewer } from '../tickets/view-ticket.ts'
import type { Draft } from './draft-purchase.ts'
import type { Served } from './serve-group.ts'

/** The purchase as its buyer hears of it; made after the commit, so that nothing is signed under the lock. */
export async function answerServed(ctx: Context, served: Served, isMinimal: boolean): Promise<Purchase> {
  switch (served.kind) {
    case 'placed':
      return answerDraft(ctx, served.draft, isMinimal)
    case 'replay':
      return answerAgain(ctx, served.purchaseId, isMinimal)
    case 'open':
      return answerOpen(ctx, served.purchaseId, isMinimal)
    default:
      return served satisfies never
  }
}

async function answerDraft(
  ctx: Context,
  { row, items, tickets }: Draft,
  isMinimal: boolean,
): Promise<Purchase> {
  // Signing costs something, so an answer in which nobody asked what the QR says loads no key.
  const view =
    isMinimal || tickets.length === 0 ? viewTicket : await ticketViewer(ctx.database.reader, row.eventId)
  return viewPurchase({ row, items, tickets: tickets.map(view) })
}

/** The answer that was given when it was placed, whatever became of the purchase since. */
async function answerAgain(ctx: Context, id: PurchaseId, isMinimal: boolean): Promise<Purchase> {
  const { reader } = ctx.database
  const row = asPlaced(await getRow(reader, id))
  const items = await listItems(reader, [id])
  const tickets = row.status === 'completed' ? await listTicketsOf(reader, [id], isMinimal) : []
  const holderName = holderNameOf(row)
  return viewPurchase({
    row,
    items,
    tickets: tickets.map((ticket) => ({ ...ticket, status: 'valid', holderName })),
  })
}

function asPlaced(row: PurchaseRow): PurchaseRow {
  const isFree = row.totalCents === 0
  return {
    ...row,
    status: isFree ? 'completed' : 'pending_payment',
    paidCents: noCents,
    expiresAt: isFree ? null : holdEnd(row.createdAt),
    completedAt: isFree ? row.createdAt : null,
  }
}

async function answerOpen(ctx: Context, id: PurchaseId, isMinimal: boolean): Promise<Purchase> {
  const { reader } = ctx.database
  const [purchase] = await describePurchases(reader, [await getRow(reader, id)], isMinimal)
  if (!purchase) throw new Error(`purchase ${id} not found while answering`)
  return purchase
}
