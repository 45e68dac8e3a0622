import type { Happening } from '@event-sphere/contract/happenings'
import type { OrganizationId } from '@event-sphere/contract/values/ids'
import type { Tx } from '@event-sphere/kit/database/database'
import type { Context } from '../context.ts'
import { announce } from '../happenings/announce.ts'

/** Payments that are settled together may be of several organizations; each is told of its own. */
export async function announceOfPayments(
  ctx: Context,
  tx: Tx,
  told: readonly { organizationId: OrganizationId; happening: Happening }[],
): Promise<void> {
  for (const [organizationId, own] of Map.groupBy(told, (one) => one.organizationId)) {
    const happenings = own.map(({ happening }) => happening)
    await announce(ctx, tx, { organizationId }, happenings)
  }
}
