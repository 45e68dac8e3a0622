import type { Tx } from '@event-sphere/kit/database/database'
import type { Context } from '../context.ts'
import { type KeptAct, keepActs } from '../once/kept-acts.ts'
import { announceCompleted } from '../purchases/announce-completed.ts'
import { issuedBy } from '../purchases/buying-limits.ts'
import { recordPurchases } from '../purchases/record-purchases.ts'
import { saveStock } from '../seats/save-stock.ts'
import type { Stock } from '../seats/stock.ts'
import { addOwned } from '../tickets/holdings.ts'
import { issueTickets } from '../tickets/issue-tickets.ts'
import type { AlreadyOpen, Decided } from './decide-wish.ts'
import { type Draft, draftPurchase } from './draft-purchase.ts'

/** Writes what was decided, all of it in a few statements that travel together. */
export async function writePurchases(
  ctx: Context,
  tx: Tx,
  stock: Stock,
  done: readonly (Decided | AlreadyOpen)[],
): Promise<Map<Decided, Draft>> {
  if (done.length === 0) return new Map()
  const drafts = done.flatMap((decision) =>
    decision.kind === 'decided' ? draftPurchase(stock, decision) : [],
  )
  const tickets = drafts.flatMap((draft) => draft.tickets)
  await Promise.all([
    recordPurchases(tx, drafts),
    saveStock(ctx, tx, stock),
    issueTickets(ctx, tx, stock, tickets),
    countOwned(tx, stock, drafts),
    announceFree(ctx, tx, stock, drafts),
    keepActs(tx, done.map(actOf)),
  ])
  return new Map(drafts.map((draft) => [draft.decided, draft]))
}

const actOf = ({ id, wish }: Decided | AlreadyOpen): KeptAct => ({ ...wish.once, subjectId: id })

async function countOwned(tx: Tx, stock: Stock, drafts: readonly Draft[]): Promise<void> {
  const issued = drafts
    .filter(({ row }) => row.status === 'completed')
    .flatMap(({ row, items }) =>
      [...issuedBy(items, stock.types)].map(([ticketTypeId, quantity]) => ({
        email: row.buyerEmail,
        ticketTypeId,
        quantity,
      })),
    )
  if (stock.event) await addOwned(tx, stock.event, issued)
}

/** What was free is completed already. */
async function announceFree(ctx: Context, tx: Tx, { event }: Stock, drafts: readonly Draft[]): Promise<void> {
  const completed = drafts.flatMap(({ row }) => (row.status === 'completed' ? row : []))
  if (event) await announceCompleted(ctx, tx, event, completed)
}
