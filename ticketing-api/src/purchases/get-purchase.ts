import type { Purchase } from '@event-sphere/contract/purchases'
import type { PurchaseId } from '@event-sphere/contract/values/ids'
import type { Caller } from '../call/caller.ts'
import { refuse } from '../call/refuse.ts'
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
  const row = await findOwnedPurchase(ctx.database.reader, caller, id)
  const [purchase] = await describePurchases(ctx.database.reader, row ? [row] : [], isMinimal)
  if (!purchase) throw refuse('not_found')
  return isMinimal ? purchase : addDrawings(purchase)
}
