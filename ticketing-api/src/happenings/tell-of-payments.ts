import type { PaymentId } from '@event-sphere/contract/values/ids'
import type { Tx } from '@event-sphere/kit/database/database'
import { notifyOfPayments } from './store.ts'

/**
 * Notifies everybody who waits for news of these payments that they moved. `announce` does so for money that came and prompts that
 * failed; this is for moves that are neither, such as a prompt that is on its way or whose time is over.
 */
export async function tellOfPayments(tx: Tx, ids: readonly PaymentId[]): Promise<void> {
  if (ids.length > 0) await notifyOfPayments(tx, ids)
}
