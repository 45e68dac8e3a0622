import type { Tx } from '@event-sphere/kit/database/database'
import { insertActs, type KeptAct } from './store.ts'

export { findKeptActs, type KeptAct } from './store.ts'

/** Remembers acts in the transaction of their effects. */
export async function keepActs(tx: Tx, acts: readonly KeptAct[]): Promise<void> {
  if (acts.length > 0) await insertActs(tx, acts)
}
