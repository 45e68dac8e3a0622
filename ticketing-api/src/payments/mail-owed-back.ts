import type { PurchaseId } from '@event-sphere/contract/values/ids'
import type { Context } from '../context.ts'
import { inOrganizationOf } from '../purchases/in-organization-of.ts'
import { lockPurchase } from '../purchases/lock-purchase.ts'
import { findMailFacts } from './store.ts'
import { writeOwedBackMail } from './write-owed-back-mail.ts'

export interface OwedBackMail {
  purchaseId: PurchaseId
  /** One mail a job, so that a retry for one reader sends the other nothing. */
  reader: 'buyer' | 'organiser'
}

/** Tells the buyer, or the organiser, that money came in which buys nothing. */
export async function mailOwedBack(ctx: Context, mail: OwedBackMail): Promise<void> {
  await inOrganizationOf(ctx, mail.purchaseId, () => mailIfOwed(ctx, mail))
}

async function mailIfOwed(ctx: Context, { purchaseId, reader }: OwedBackMail): Promise<void> {
  const found = await ctx.database.transaction(async (tx) => ({
    purchase: await lockPurchase(tx, purchaseId),
    facts: await findMailFacts(tx, purchaseId),
  }))
  const { purchase, facts } = found
  // Paid back in the meantime: nothing to tell.
  if (!purchase || !facts || purchase.owedCents === 0) return
  await ctx.mailer.send(writeOwedBackMail(purchase, facts, reader))
}
