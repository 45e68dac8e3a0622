import type { Purchase } from '@event-sphere/contract/purchases'
import type { Context } from '../context.ts'
import { describeAsPlaced } from '../purchases/describe-as-placed.ts'
import { describePurchase } from '../purchases/describe-purchase.ts'
import { viewPurchase } from '../purchases/view.ts'
import { ticketViewer } from '../tickets/ticket-viewer.ts'
import { viewTicket } from '../tickets/view.ts'
import type { Draft, Served } from './draft-purchase.ts'

/** The purchase as its buyer hears of it; made after the commit, so that nothing is signed under the lock. */
export async function answerServed(ctx: Context, served: Served, isMinimal: boolean): Promise<Purchase> {
  switch (served.kind) {
    case 'placed':
      return answerDraft(ctx, served.draft, isMinimal)
    case 'replay':
      return describeAsPlaced(ctx.database.reader, served.purchaseId, isMinimal)
    case 'open':
      return describePurchase(ctx.database.reader, served.purchaseId, isMinimal)
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
