import type { EventId } from '@event-sphere/contract/values/ids'
import type { Context } from '../context.ts'
import { endPurchasesOf } from '../purchases/end-purchases-of.ts'

/** Ends one batch of a cancelled event's purchases and leaves the mails and the next batch behind, all or nothing. */
export async function endPurchases(
  ctx: Context,
  { eventId, after }: { eventId: EventId; after: string },
): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    const { ended, last } = await endPurchasesOf(tx, eventId, after)
    const mails = ended.map(({ id, status }) => ({
      purchaseId: id,
      hadTickets: status !== 'pending_payment',
    }))
    await ctx.jobs.enqueue(tx, 'cancellations.mail', mails)
    if (last) await ctx.jobs.enqueue(tx, 'cancellations.end-purchases', [{ eventId, after: last }])
  })
}
