import type { EventId, OrganizationId } from '@event-sphere/contract/values/ids'
import type { Tx } from '@event-sphere/kit/database/database'
import type { Context } from '../context.ts'
import { announceChanged } from './announce-changed.ts'
import { lockEvent, setCancelled } from './store.ts'

/** True for the one caller that cancelled it, false if it was cancelled before; undefined if it is not theirs. */
export async function markCancelled(
  ctx: Pick<Context, 'jobs'>,
  tx: Tx,
  id: EventId,
  organizationId: OrganizationId,
): Promise<boolean | undefined> {
  const event = await lockEvent(tx, id, organizationId)
  if (!event || event.status === 'cancelled') return event && false
  await setCancelled(tx, id)
  await announceChanged(ctx, tx, { id, organizationId, changed: 'event' })
  return true
}
