import type { PurchaseId } from '@event-sphere/contract/values/ids'
import { inOrganization } from '../call/scope.ts'
import type { Context } from '../context.ts'
import { findOrganizationOf } from './store.ts'

/** What a job does about a purchase, in the scope of its organization; nothing if there is no such purchase. */
export async function inOrganizationOf(
  ctx: Pick<Context, 'database'>,
  id: PurchaseId,
  act: () => Promise<void>,
): Promise<void> {
  const organizationId = await findOrganizationOf(ctx.database.reader, id)
  if (organizationId) await inOrganization(organizationId, act)
}
