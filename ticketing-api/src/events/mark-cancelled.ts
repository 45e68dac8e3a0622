import type { EventId, OrganizationId } from '@event-sphere/contract/values/ids'
import type { Tx } from '@event-sphere/kit/database/database'
import { lockEvent, setCancelled } from './store.ts'

/** True for the one caller that cancelled it, false if it was cancelled before; undefined if it is not theirs. */
export async function markCancelled(
  tx: Tx,
  id: EventId,
  organizationId: OrganizationId,
): Promise<boolean | undefined> {
  const event = await lockEvent(tx, id, organizationId)
  if (!event || event.status === 'cancelled') return event && false
  await setCancelled(tx, id)
  return true
}
