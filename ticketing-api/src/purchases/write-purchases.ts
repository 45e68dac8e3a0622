import type { Tx } from '@event-sphere/kit/database/database'
import type { Context } from '../context.ts'
import { KeptReply } from '../http/route.ts'
import { keepReplies } from '../once/kept-replies.ts'
import { dropHolds, insertHolds } from '../seats/hold-seats.ts'
import type { Stock } from '../seats/lock-stock.ts'
import { saveStock } from '../seats/move-stock.ts'
import { issueTickets } from '../tickets/issue-tickets.ts'
import { answerDrafts } from './answer-drafts.ts'
import type { Decided } from './decide-order.ts'
import { type Draft, draftPurchase } from './draft-purchase.ts'
import { insertItems, insertPurchases } from './store.ts'

/** Writes what was decided, all of it in a few statements that travel together. */
export async function writePurchases(
  ctx: Context,
  tx: Tx,
  stock: Stock,
  decisions: readonly Decided[],
): Promise<Map<Decided, KeptReply>> {
  if (decisions.length === 0) return new Map()
  const drafts = decisions.map((decided) => draftPurchase(stock, decided))
  const answers = await answerDrafts(tx, stock, drafts)
  const rows = drafts.map(({ row }) => row)
  const items = drafts.flatMap((draft) => draft.items)
  const tickets = drafts.flatMap((draft) => draft.tickets)
  const replies = answers.map(({ reply }) => reply)
  await Promise.all([
    insertPurchases(tx, rows),
    insertItems(tx, items),
    moveHolds(tx, drafts),
    saveStock(tx, stock),
    issueTickets(tx, stock, tickets),
    leaveMail(ctx, tx, drafts),
    keepReplies(tx, replies),
  ])
  return new Map(answers.map(({ draft, reply }) => [draft.decided, new KeptReply(reply.body, false)]))
}

/** Carts give up their holds; what waits for money keeps its seats under its own id. */
async function moveHolds(tx: Tx, drafts: readonly Draft[]): Promise<void> {
  const carts = drafts.flatMap(({ decided }) => decided.order.cartId ?? [])
  const waiting = drafts.flatMap(({ row, items }) => {
    if (!row.expiresAt) return []
    return [{ id: row.id, eventId: row.eventId, expiresAt: row.expiresAt, seats: items }]
  })
  await Promise.all([dropHolds(tx, carts), insertHolds(tx, waiting)])
}

async function leaveMail(ctx: Context, tx: Tx, drafts: readonly Draft[]): Promise<void> {
  const purchaseIds = drafts.flatMap(({ row }) => (row.status === 'completed' ? row.id : []))
  if (purchaseIds.length > 0) await ctx.jobs.enqueue(tx, 'tickets.mail', [{ purchaseIds }])
}
