import type { EventId, OrganizationId } from '@event-sphere/contract/values/ids'
import type { Tx } from '@event-sphere/kit/database/database'
import type { Context } from '../context.ts'
import { announce } from '../happenings/announce.ts'

interface Changed {
  id: EventId
  organizationId: OrganizationId
  changed: 'event' | 'ticket_types' | 'entrances'
}

/** What is known of an event, its ticket types or its entrances is no longer so. */
export async function announceChanged(
  ctx: Pick<Context, 'jobs'>,
  tx: Tx,
  { id, organizationId, changed }: Changed,
): Promise<void> {
  await announce(ctx, tx, { organizationId }, [{ type: 'event.updated', data: { eventId: id, changed } }])
}
