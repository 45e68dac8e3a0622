import type { EventId, OrganizationId } from '@event-sphere/contract/values/ids'
import type { Tx } from '@event-sphere/kit/database/database'
import type { Context } from '../context.ts'
import { announce } from '../happenings/announce.ts'

/** There are more or fewer seats; what a sale takes and gives back, the stock tells itself. */
export async function announceResized(
  ctx: Pick<Context, 'jobs'>,
  tx: Tx,
  { id, organizationId }: { id: EventId; organizationId: OrganizationId },
): Promise<void> {
  await announce(ctx, tx, { organizationId }, [{ type: 'stock.changed', data: { eventId: id } }])
}
