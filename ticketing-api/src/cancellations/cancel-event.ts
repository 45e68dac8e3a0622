import type { Event } from '@event-sphere/contract/events'
import type { EventId } from '@event-sphere/contract/values/ids'
import type { Caller } from '../call/caller.ts'
import { refuse } from '../call/refuse.ts'
import type { Context } from '../context.ts'
import { getEvent } from '../events/get-event.ts'
import { markCancelled } from '../events/mark-cancelled.ts'
import { ownOrganization } from '../organizations/own-organization.ts'
import { releaseAllHolds } from '../seats/release-all-holds.ts'
import { withStock } from '../seats/with-stock.ts'

/**
 * An event that will not take place. From its commit on nothing of it is sold, prompted for or admitted, all holds are
 * over, and money that still comes is owed back; what is bought ends behind it, batch after batch.
 */
export async function cancelEvent(ctx: Context, caller: Caller, id: EventId): Promise<Event> {
  const organizationId = ownOrganization(caller)
  await ctx.database.transaction(async (tx) => {
    const isCancelled = await markCancelled(ctx, tx, id, organizationId)
    if (isCancelled === undefined) throw refuse('not_found')
    if (!isCancelled) return
    await withStock(ctx, tx, { eventId: id }, (stock) => releaseAllHolds(tx, stock))
    // Ids are in the order of time, and an event is there before its purchases.
    await ctx.jobs.enqueue(tx, 'cancellations.end-purchases', [{ eventId: id, after: id }])
  })
  return getEvent(ctx, caller, id)
}
