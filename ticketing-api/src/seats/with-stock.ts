import type { EventId } from '@event-sphere/contract/values/ids'
import type { Tx } from '@event-sphere/kit/database/database'
import type { Context } from '../context.ts'
import { lockStock } from './lock-stock.ts'
import { saveStock } from './save-stock.ts'
import type { Stock } from './stock.ts'

interface Wanted {
  eventId: EventId
  /** Holds that the story means to take. */
  holdIds?: readonly string[]
}

/**
 * Locks an event's stock, lets the story take and return seats, and saves what has moved. What sells a crowd's seats locks
 * and saves by itself, so that its other statements travel along.
 * @throws if the story throws, or a hold that it took no longer exists; then the transaction must fail
 */
export async function withStock<T>(
  ctx: Pick<Context, 'jobs'>,
  tx: Tx,
  { eventId, holdIds }: Wanted,
  story: (stock: Stock) => T | Promise<T>,
): Promise<T> {
  const stock = await lockStock(tx, eventId, holdIds)
  const told = await story(stock)
  await saveStock(ctx, tx, stock)
  return told
}
