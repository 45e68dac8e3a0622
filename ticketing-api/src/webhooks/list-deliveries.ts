import { deliveryId, type WebhookId } from '@event-sphere/contract/values/ids'
import type { Delivery, listDeliveries as listDeliveriesCall } from '@event-sphere/contract/webhooks'
import { z } from 'zod'
import type { Caller } from '../call/caller.ts'
import { readCursor } from '../call/read-cursor.ts'
import type { Context } from '../context.ts'
import { listRows } from './delivery-store.ts'
import { getWebhook } from './get-webhook.ts'

type Asked = z.output<NonNullable<typeof listDeliveriesCall.query>>

export async function listDeliveries(
  ctx: Context,
  caller: Caller,
  id: WebhookId,
  { limit, after, status }: Asked,
): Promise<{ items: Delivery[]; next: string | null }> {
  await getWebhook(ctx, caller, id)
  const page = { limit: limit + 1, after: readCursor(deliveryId, after), status }
  const rows = await listRows(ctx.database.reader, id, page)
  const items = rows.slice(0, limit)
  const last = rows.length > limit ? items.at(-1) : undefined
  return { items, next: last ? z.encode(deliveryId, last.id) : null }
}
