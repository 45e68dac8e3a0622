import type { PurchaseId } from '@event-sphere/contract/values/ids'
import type { Reader } from '@event-sphere/kit/database/database'
import type { Caller } from '../call/caller.ts'
import { findOwnedPurchase } from '../purchases/find-owned-purchase.ts'

export type OwnPurchase = NonNullable<Awaited<ReturnType<typeof findOwnedPurchase>>>

/** The purchase, if this caller is its buyer: an administrator sees it, but only its buyer pays it or gives it up. */
export async function findOwnPurchase(
  reader: Reader,
  caller: Caller,
  id: PurchaseId,
): Promise<OwnPurchase | undefined> {
  const purchase = await findOwnedPurchase(reader, caller, id)
  return caller.kind === 'user' && purchase?.userId !== caller.userId ? undefined : purchase
}
