import type { DeliveryFault } from '@event-sphere/contract/webhooks'
import { readNow } from '@event-sphere/kit/clock'
import type { Tx } from '@event-sphere/kit/database/database'
import type { Context } from '../context.ts'
import type { WebhookAnswer } from '../gateways/webhooks/webhook-wire.ts'
import { type DueDelivery, markDelivered, markFailed } from './delivery-store.ts'
import { disableWebhook } from './disable-webhook.ts'
import { raiseFailing } from './raise-failing.ts'
import { hasFailedForLong, nextAttemptAt } from './rules.ts'
import { clearFailing, lockRow, noteFailing } from './store.ts'

interface Failure extends WebhookAnswer {
  fault: DeliveryFault
}

/** Writes down what came of an attempt. Ignored if another sender has claimed it or the webhook was deleted. */
export async function recordAttempt(
  ctx: Pick<Context, 'database'>,
  delivery: DueDelivery,
  answer: WebhookAnswer,
): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    const at = await readNow(tx)
    const { fault, statusCode } = answer
    if (fault) return recordFailure(tx, delivery, { ...answer, fault }, at)
    await Promise.all([clearFailing(tx, delivery.webhookId), markDelivered(tx, { delivery, at, statusCode })])
  })
}

/** Locks the webhook first, then its deliveries: the same order as switching it off. */
async function recordFailure(tx: Tx, delivery: DueDelivery, failure: Failure, at: Date): Promise<void> {
  const { webhookId, organizationId } = delivery
  const webhook = await lockRow(tx, webhookId, organizationId)
  if (!webhook) return
  const { fault, statusCode, retryAfterSeconds } = failure
  const attempts = delivery.attempts + 1
  const isGone = statusCode === 410
  const again = nextAttemptAt({ attempts, now: at, retryAfterSeconds, chance: Math.random() })
  const nextAt = isGone ? undefined : again
  if (!(await markFailed(tx, { delivery, at, statusCode, fault, nextAt }))) return
  const since = await noteFailing(tx, webhookId, at)
  const because = isGone ? 'gone' : hasFailedForLong(since, at) ? 'failing' : undefined
  const isOff = because !== undefined && (await disableWebhook(tx, webhookId, because))
  if (isOff || !nextAt) await raiseFailing(tx, webhook, { since, fault, statusCode, isOff })
}
