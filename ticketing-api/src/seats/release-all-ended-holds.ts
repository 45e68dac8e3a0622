import type { EventId } from '@event-sphere/contract/values/ids'
import { readNow } from '@event-sphere/kit/clock'
import { inBatches } from '@event-sphere/kit/in-batches'
import { inOrganization } from '../call/scope.ts'
import type { Context } from '../context.ts'
import { releaseEndedHolds } from './release-ended-holds.ts'
import type { Stock } from './stock.ts'
import { listEventsWithEndedHolds, type OwnedEvent } from './store.ts'
import { withStock } from './with-stock.ts'

/** Buyers wait while these are released. */
const mostAtOnce = 300

/**
 * Puts every seat whose hold has ended back on sale. A sale does so by itself when it runs short; this keeps the shown
 * numbers true. Events take turns, so that one with many keeps no other waiting, and one whose release fails stops nobody
 * else's.
 */
export async function releaseAllEndedHolds(ctx: Context): Promise<void> {
  const { reader } = ctx.database
  const waiting = await listEventsWithEndedHolds(reader, await readNow(reader))
  await inBatches(async () => {
    const event = waiting.shift()
    if (event && (await releaseSomeOrTell(ctx, event))) waiting.push(event)
    return waiting.length > 0
  })
}

const releaseSomeOrTell = (ctx: Context, { eventId, organizationId }: OwnedEvent): Promise<boolean> =>
  inOrganization(organizationId, () => releaseSome(ctx, eventId)).catch((fault: unknown) => {
    ctx.log.error({ err: fault, eventId }, 'releasing ended holds failed')
    return false
  })

/** True if there may be more. */
async function releaseSome(ctx: Context, eventId: EventId): Promise<boolean> {
  return ctx.database.transaction(async (tx) => {
    const release = (stock: Stock) => releaseEndedHolds(tx, stock, mostAtOnce)
    return (await withStock(ctx, tx, { eventId }, release)) === mostAtOnce
  })
}
