import type { PurchaseId } from '@event-sphere/contract/values/ids'
import type { Tx } from '@event-sphere/kit/database/database'
import { lockRow, type PurchaseRow } from './store.ts'

export type LockedPurchase = PurchaseRow

/** Locks one purchase until the transaction ends; it is locked before its event's stock, always in this order. */
export async function lockPurchase(tx: Tx, id: PurchaseId): Promise<LockedPurchase | undefined> {
  return lockRow(tx, id)
}
