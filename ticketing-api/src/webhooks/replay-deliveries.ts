import type { DeliveryId, WebhookId } from '@event-sphere/contract/values/ids'
import type { Caller } from '../call/caller.ts'
import { refuse } from '../call/refuse.ts'
import type { Context } from '../context.ts'
import { ownOrganization } from '../organizations/own-organization.ts'
import { restartFailed, restartOne } from './delivery-store.ts'
import { lockRow } from './store.ts'

interface Asked {
  deliveryId?: DeliveryId | undefined
  since?: Date | undefined
}

/** Sends again, with all attempts anew; the receiver knows by `webhook-id` what it has had. */
export async function replayDeliveries(
  ctx: Context,
  caller: Caller,
  id: WebhookId,
  { deliveryId, since }: Asked,
): Promise<{ replayed: number }> {
  const organizationId = ownOrganization(caller)
  return ctx.database.transaction(async (tx) => {
    const webhook = await lockRow(tx, id, organizationId)
    if (!webhook) throw refuse('not_found')
    if (webhook.status === 'disabled') throw refuse('webhook_disabled')
    if (since) return { replayed: await restartFailed(tx, id, since) }
    if (!deliveryId || !(await restartOne(tx, id, deliveryId))) throw refuse('not_found')
    return { replayed: 1 }
  })
}
