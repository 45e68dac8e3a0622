import type { HappeningId } from '@event-sphere/contract/values/ids'
import type { Tx } from '@event-sphere/kit/database/database'
import { markHandedOut } from './store.ts'

/** Takes happenings that nobody was told of, each of them once; whoever takes them tells of them in this transaction. */
export async function takeNew(tx: Tx, most: number): Promise<HappeningId[]> {
  return markHandedOut(tx, most)
}
