import type { HappeningId } from '@event-sphere/contract/values/ids'
import type { Tx } from '@event-sphere/kit/database/database'
import { markHandedOut } from './store.ts'

/** Takes new happenings, each once; the caller hands them out in this transaction. */
export async function takeNew(tx: Tx, most: number): Promise<HappeningId[]> {
  return markHandedOut(tx, most)
}
