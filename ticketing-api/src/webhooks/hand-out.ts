import type { Context } from '../context.ts'
import { takeNew } from '../happenings/take-new.ts'
import { insertDeliveries } from './delivery-store.ts'

const mostAtOnce = 500

/** Makes a delivery of what has happened for each webhook that listens to it. True if there may be more. */
export async function handOut({ database }: Pick<Context, 'database'>): Promise<boolean> {
  return database.transaction(async (tx) => {
    const happeningIds = await takeNew(tx, mostAtOnce)
    if (happeningIds.length > 0) await insertDeliveries(tx, happeningIds)
    return happeningIds.length === mostAtOnce
  })
}
