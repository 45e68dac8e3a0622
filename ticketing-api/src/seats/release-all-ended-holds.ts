import type { EventId } from '@event-sphere/contract/values/ids'
import { sql } from '@event-sphere/kit/database/database'
import type { Context } from '../context.ts'
import { releaseEndedHolds } from './hold-seats.ts'
import { lockStock } from './lock-stock.ts'
import { saveStock } from './move-stock.ts'

/** Puts every seat whose hold has ended back on sale. The till does so by itself when it runs short; this keeps the shown numbers true. */
export async function releaseAllEndedHolds(ctx: Context): Promise<void> {
  const { rows } = await sql<{ eventId: EventId }>`
    select distinct event_id as "eventId" from holds where expires_at <= clock.now()`.execute(
    ctx.database.reader,
  )
  for (const { eventId } of rows) {
    await ctx.database.transaction(async (tx) => {
      const stock = await lockStock(tx, eventId)
      if (await releaseEndedHolds(tx, eventId, stock)) await saveStock(tx, stock)
    })
  }
}
