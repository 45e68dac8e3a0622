import { happeningEnvelope } from '@event-sphere/contract/happenings'
import { happeningId } from '@event-sphere/contract/values/ids'
import { readNow } from '@event-sphere/kit/clock'
import { z } from 'zod'
import type { Context } from '../context.ts'
import type { WebhookAnswer } from '../gateways/webhooks/webhook-wire.ts'
import type { DueDelivery } from './delivery-store.ts'
import { listSecrets } from './secret-store.ts'
import { sign } from './sign.ts'

/** One attempt, outside of any transaction. The same happening has the same id and the same body each time. */
export async function sendDelivery(
  { database, webhookWire }: Pick<Context, 'database' | 'webhookWire'>,
  { webhookId, url, type, data, ...due }: DueDelivery,
  stop: AbortSignal,
): Promise<WebhookAnswer> {
  const now = await readNow(database.reader)
  const secrets = await listSecrets(database.reader, webhookId, now)
  const envelope = { type, timestamp: due.happenedAt, data: data as Record<string, unknown> }
  const body = JSON.stringify(z.encode(happeningEnvelope, envelope))
  const id = z.encode(happeningId, due.happeningId)
  const seconds = Math.floor(now.getTime() / 1000)
  const headers = {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    'user-agent': 'Event-Sphere-Webhooks/1',
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': sign(
      { id, seconds, body },
      secrets.map(({ secret }) => secret),
    ),
  }
  return webhookWire.send({ url, headers, body }, stop)
}
