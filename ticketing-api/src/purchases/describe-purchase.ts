import type { Purchase } from '@event-sphere/contract/purchases'
import type { PurchaseId } from '@event-sphere/contract/values/ids'
import type { Reader } from '@event-sphere/kit/database/database'
import { describePurchases } from './describe-purchases.ts'
import { getRow } from './store.ts'

/** One purchase as it is now. Not access-checked: the caller must have the id from a trusted source. */
export async function describePurchase(
  reader: Reader,
  id: PurchaseId,
  isMinimal: boolean,
): Promise<Purchase> {
  const [purchase] = await describePurchases(reader, [await getRow(reader, id)], isMinimal)
  if (!purchase) throw new Error(`purchase ${id} not found while describing it`)
  return purchase
}
