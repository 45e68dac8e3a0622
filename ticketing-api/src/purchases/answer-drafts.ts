import { purchase } from '@event-sphere/contract/purchases'
import type { Tx } from '@event-sphere/kit/database/database'
import { z } from 'zod'
import type { KeptReplyRow } from '../once/kept-replies.ts'
import type { Stock } from '../seats/lock-stock.ts'
import { viewTicket } from '../tickets/view.ts'
import { ticketViewer } from '../tickets/view-ticket.ts'
import type { Draft } from './draft-purchase.ts'
import { viewPurchase } from './view.ts'

export interface DraftAnswer {
  draft: Draft
  reply: KeptReplyRow
}

/** The answers as they will be kept, in the bytes in which they will be sent. */
export async function answerDrafts(tx: Tx, stock: Stock, drafts: readonly Draft[]): Promise<DraftAnswer[]> {
  const view = await viewerOf(tx, stock, drafts)
  return drafts.map((draft) => {
    const { row, items, decided } = draft
    const tickets = draft.tickets.map(view(decided.order.isMinimal))
    const shown = viewPurchase({ row, items, tickets })
    return { draft, reply: { ...decided.order.once, body: JSON.stringify(z.encode(purchase, shown)) } }
  })
}

/** Signing costs something, so a group in which nobody asked what the QR says loads no key. */
async function viewerOf(tx: Tx, { event }: Stock, drafts: readonly Draft[]) {
  const isWhole = drafts.some(({ decided }) => !decided.order.isMinimal)
  const whole = event && isWhole ? await ticketViewer(tx, event.id) : viewTicket
  return (isMinimal: boolean) => (isMinimal ? viewTicket : whole)
}
