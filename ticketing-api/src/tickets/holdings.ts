import type { EventId, OrganizationId } from '@event-sphere/contract/values/ids'
import type { Tx } from '@event-sphere/kit/database/database'
import { addToHoldings, type OwnedTickets } from './holding-store.ts'

export { listOwned, type OwnedTickets, removeOwned } from './holding-store.ts'

/** Counts tickets in that were issued just now; the caller holds the event's lock. */
export async function addOwned(
  tx: Tx,
  event: { id: EventId; organizationId: OrganizationId },
  issued: readonly OwnedTickets[],
): Promise<void> {
  if (issued.length === 0) return
  const sums = new Map<string, OwnedTickets>()
  for (const owned of issued) {
    const key = `${owned.ticketTypeId} ${owned.email}`
    const quantity = (sums.get(key)?.quantity ?? 0) + owned.quantity
    sums.set(key, { ...owned, quantity })
  }
  await addToHoldings(tx, event, [...sums.values()])
}
