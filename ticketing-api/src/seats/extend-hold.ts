import type { Tx } from '@event-sphere/kit/database/database'
import { moveHoldEnd } from './store.ts'

/** Keeps seats longer; false if their hold is gone already, and with it the seats. */
export async function extendHold(tx: Tx, id: string, until: Date): Promise<boolean> {
  return moveHoldEnd(tx, id, until)
}
