import type { PurchaseId } from '@event-sphere/contract/values/ids'
import type { Tx } from '@event-sphere/kit/database/database'
import type { Context } from '../context.ts'
import { inOrganizationOf } from '../purchases/in-organization-of.ts'
import { lockPurchase } from '../purchases/lock-purchase.ts'
import { findEventFacts, listEndedOfMailbox } from './store.ts'
import { type Ended, writeCancellationMail } from './write-cancellation-mail.ts'

export interface CancellationMail {
  /** The last of its mailbox at the event. */
  purchaseId: PurchaseId
}

/** Tells a buyer, once, that the event will not take place, what becomes of all they had, and who owes them what. */
export async function mailCancellation(ctx: Context, mail: CancellationMail): Promise<void> {
  await inOrganizationOf(ctx, mail.purchaseId, () => tellBuyer(ctx, mail))
}

async function tellBuyer(ctx: Context, { purchaseId }: CancellationMail): Promise<void> {
  const { ended, event } = await ctx.database.transaction(async (tx) => ({
    ended: await lockEnded(tx, purchaseId),
    event: await findEventFacts(tx, purchaseId),
  }))
  const told = ended.find(({ purchase }) => purchase.id === purchaseId)?.purchase
  if (told && event) await ctx.mailer.send(writeCancellationMail({ told, ended, event }))
}

async function lockEnded(tx: Tx, purchaseId: PurchaseId): Promise<Ended[]> {
  const ended: Ended[] = []
  for (const { id, hadTickets } of await listEndedOfMailbox(tx, purchaseId)) {
    const purchase = await lockPurchase(tx, id)
    if (purchase) ended.push({ purchase, hadTickets })
  }
  return ended
}
