import type { Happening } from '@event-sphere/contract/happenings'
import type { Tx } from '@event-sphere/kit/database/database'
import type { Context } from '../context.ts'
import { announce } from '../happenings/announce.ts'
import type { SaleEvent } from '../seats/stock.ts'
import type { PurchaseRow } from './store.ts'

/** Purchases of one event that have their tickets now; their mails follow from it. */
export async function announceCompleted(
  ctx: Pick<Context, 'jobs'>,
  tx: Tx,
  event: SaleEvent,
  completed: readonly PurchaseRow[],
): Promise<void> {
  const happenings = completed.map(
    ({ id, eventId, totalCents }): Happening => ({
      type: 'purchase.completed',
      data: { purchaseId: id, eventId, totalAmount: totalCents, currency: 'KES' },
    }),
  )
  await announce(ctx, tx, event, happenings)
}
