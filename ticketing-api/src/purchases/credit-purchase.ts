import type { PurchaseId } from '@event-sphere/contract/values/ids'
import type { Cents } from '@event-sphere/contract/values/money'
import type { Tx } from '@event-sphere/kit/database/database'
import { addPaid } from './store.ts'

/** Money came in for it. What is more than it costs stays visible here until it goes back. */
export async function creditPurchase(tx: Tx, id: PurchaseId, cents: Cents): Promise<void> {
  await addPaid(tx, id, cents)
}
