import type { Tx } from '@event-sphere/kit/database/database'
import { addPaid, type Credit } from './store.ts'

/** Money came in, for each purchase once. What is more than it costs stays visible in it until it goes back. */
export async function creditPurchases(tx: Tx, credits: readonly Credit[]): Promise<void> {
  if (credits.length > 0) await addPaid(tx, credits)
}
