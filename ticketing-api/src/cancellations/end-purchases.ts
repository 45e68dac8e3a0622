import type { EventId } from '@event-sphere/contract/values/ids'
import { inOrganization } from '../call/scope.ts'
import type { Context } from '../context.ts'
import { organizationOf } from '../events/organization-of.ts'
import { endPurchasesOf } from '../purchases/end-purchases-of.ts'
import { findMailboxesWithMore } from './store.ts'

interface Batch {
  eventId: EventId
  after: string
}

/** Ends one batch of a cancelled event's purchases and leaves the mails and the next batch behind, all or nothing. */
export async function endPurchases(ctx: Context, batch: Batch): Promise<void> {
  const organizationId = await organizationOf(ctx, batch.eventId)
  if (organizationId) await inOrganization(organizationId, () => endBatch(ctx, batch))
}

async function endBatch(ctx: Context, { eventId, after }: Batch): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    const { ended, last } = await endPurchasesOf(ctx, tx, eventId, after)
    const later = await findMailboxesWithMore(tx, {
      eventId,
      last,
      emails: ended.map((one) => one.buyerEmail),
    })
    // One mail a mailbox, with its last purchase: all others have ended by then.
    const lastOf = new Map(ended.map(({ id, buyerEmail }) => [buyerEmail, id]))
    const mails = [...lastOf].filter(([email]) => !later.has(email))
    await ctx.jobs.enqueue(
      tx,
      'cancellations.mail',
      mails.map(([, purchaseId]) => ({ purchaseId })),
    )
    if (last) await ctx.jobs.enqueue(tx, 'cancellations.end-purchases', [{ eventId, after: last }])
  })
}
