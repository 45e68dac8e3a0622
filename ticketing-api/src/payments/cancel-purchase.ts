import type { Purchase } from '@event-sphere/contract/purchases'
import type { PurchaseId } from '@event-sphere/contract/values/ids'
import { readNow } from '@event-sphere/kit/clock'
import type { Tx } from '@event-sphere/kit/database/database'
import type { Caller } from '../call/caller.ts'
import { refuse } from '../call/refuse.ts'
import { dealingWith } from '../call/scope.ts'
import type { Context } from '../context.ts'
import { getPurchase } from '../purchases/get-purchase.ts'
import { giveUpPurchase } from '../purchases/give-up-purchase.ts'
import { lockPurchase } from '../purchases/lock-purchase.ts'
import { findOwnPurchase } from './find-own-purchase.ts'
import { findOpenPrompt } from './store.ts'

/** Gives up a purchase, unless a prompt is open: that cannot be called back, so it is answered first. */
export async function cancelPurchase(ctx: Context, caller: Caller, id: PurchaseId): Promise<Purchase> {
  const own = await findOwnPurchase(ctx.database.reader, caller, id)
  if (!own) throw refuse('not_found')
  await dealingWith(own.organizationId, () => ctx.database.transaction((tx) => giveUp(ctx, tx, own.id)))
  return getPurchase(ctx, caller, id, true)
}

async function giveUp(ctx: Context, tx: Tx, id: PurchaseId): Promise<void> {
  const purchase = await lockPurchase(tx, id)
  if (!purchase) throw refuse('not_found')
  const open = await findOpenPrompt(tx, id, await readNow(tx))
  if (open) throw refuse('payment_in_progress', { retryAt: open.openUntil.toISOString() })
  await giveUpPurchase(ctx, tx, purchase)
}
