import type { PurchaseId } from '@event-sphere/contract/values/ids'
import type { Tx } from '@event-sphere/kit/database/database'
import { markTicketsCancelled } from './store.ts'

/** The tickets of these purchases open no door any more. Their seats are the caller's to give back. */
export async function cancelTickets(tx: Tx, ids: readonly PurchaseId[]): Promise<void> {
  await markTicketsCancelled(tx, ids)
}
