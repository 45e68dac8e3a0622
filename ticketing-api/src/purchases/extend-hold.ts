import type { PurchaseId } from '@event-sphere/contract/values/ids'
import type { Tx } from '@event-sphere/kit/database/database'
import { extendHold as extendSeats } from '../seats/extend-hold.ts'
import { moveEnd } from './store.ts'

/** Keeps the seats of a purchase while its payment is not decided; false if it waits no longer or its seats are gone. */
export async function extendHold(tx: Tx, id: PurchaseId, until: Date): Promise<boolean> {
  return (await moveEnd(tx, id, until)) && (await extendSeats(tx, id, until))
}
