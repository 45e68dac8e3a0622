import type { Tx } from '@event-sphere/kit/database/database'
import { insertItems, insertPurchases, type PurchaseItemRow, type PurchaseRow } from './store.ts'

export type { PurchaseItemRow, PurchaseRow }

/** Writes purchases of one event, made at one instant, with what is in them: in statements that travel together. */
export async function recordPurchases(
  tx: Tx,
  purchases: readonly { row: PurchaseRow; items: readonly PurchaseItemRow[] }[],
): Promise<void> {
  if (purchases.length === 0) return
  await Promise.all([
    insertPurchases(
      tx,
      purchases.map(({ row }) => row),
    ),
    insertItems(
      tx,
      purchases.flatMap(({ items }) => items),
    ),
  ])
}
