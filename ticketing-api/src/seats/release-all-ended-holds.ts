import { readNow } from '@event-sphere/kit/clock'
import type { Context } from '../context.ts'
import { lockStock } from './lock-stock.ts'
import { releaseEndedHolds } from './release-ended-holds.ts'
import { saveStock } from './save-stock.ts'
import { listEventsWithEndedHolds } from './store.ts'

/**
 * Puts every seat whose hold has ended back on sale. The till does so by itself when it runs short; this keeps the shown
 * numbers true. An event whose release fails stops nobody else's.
 */
export async function releaseAllEndedHolds(ctx: Context): Promise<void> {
  const { reader } = ctx.database
  for (const eventId of await listEventsWithEndedHolds(reader, await readNow(reader))) {
    await ctx.database
      .transaction(async (tx) => {
        const stock = await lockStock(tx, eventId)
        if (await releaseEndedHolds(tx, stock)) await saveStock(tx, stock)
      })
      .catch((fault: unknown) => ctx.log.error({ err: fault, eventId }, 'releasing ended holds failed'))
  }
}
