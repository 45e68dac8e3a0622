import type { PurchaseId } from '@event-sphere/contract/values/ids'
import type { Tx } from '@event-sphere/kit/database/database'
import type { LockedPurchase } from './lock-purchase.ts'
import { lockRows } from './store.ts'

/** Locks several, all at once and in the order of their ids; a transaction that needs more of them later would cross others. */
export async function lockPurchases(
  tx: Tx,
  ids: readonly PurchaseId[],
): Promise<ReadonlyMap<PurchaseId, LockedPurchase>> {
  return new Map((await lockRows(tx, ids)).map((row) => [row.id, row]))
}
