import type { Purchase } from '@event-sphere/contract/purchases'
import type { PurchaseId } from '@event-sphere/contract/values/ids'
import type { Caller } from '../call/caller.ts'
import { refuse } from '../call/refuse.ts'
import { dealingWith } from '../call/scope.ts'
import type { Context } from '../context.ts'
import { addDrawings } from '../tickets/add-drawings.ts'
import { describePurchases } from './describe-purchases.ts'
import { findOwnedPurchase } from './find-owned-purchase.ts'

export async function getPurchase(
  ctx: Context,
  caller: Caller,
  id: PurchaseId,
  isMinimal: boolean,
): Promise<Purchase> {
  const { reader } = ctx.database
  const row = await findOwnedPurchase(reader, caller, id)
  if (!row) throw refuse('not_found')
  const describe = () => describePurchases(reader, [row], isMinimal)
  const [purchase] = await dealingWith(row.organizationId, describe)
  if (!purchase) throw new Error(`purchase ${id} not found while describing it`)
  return isMinimal ? purchase : addDrawings(purchase)
}
