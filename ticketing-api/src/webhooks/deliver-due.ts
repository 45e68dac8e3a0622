import { setTimeout as pause } from 'node:timers/promises'
import type { WebhookId } from '@event-sphere/contract/values/ids'
import { readNow } from '@event-sphere/kit/clock'
import { logFault } from '@event-sphere/kit/log'
import type { Context } from '../context.ts'
import { claimDue, type DueDelivery, releaseClaim } from './delivery-store.ts'
import { handOut } from './hand-out.ts'
import { recordAttempt } from './record-attempt.ts'
import { sendDelivery } from './send-delivery.ts'

/** At a time, to one webhook and in all: those who do not answer cost little, and nobody waits for them. */
const mostEach = 4
const mostInAll = 200
/** Begun together, before whoever sells has a turn. */
const mostAtOnce = 50
/** Far longer than an attempt may take: a sender that died holds its deliveries no longer than this. */
const claimMilliseconds = 60_000
/** The rest of the processor is left to sales. */
const restMilliseconds = 25
/** How often new work is looked for while answers are awaited. */
const lookMilliseconds = 500

type Parts = Pick<Context, 'database' | 'webhookWire' | 'log'>

/**
 * Delivers new happenings to the webhooks that listen, and what is due again, until nothing is left. Each webhook has a
 * few attempts at a time, so one that answers slowly, or not at all, holds up nobody else's.
 */
export async function deliverDue(ctx: Parts, stop = new AbortController().signal): Promise<void> {
  const sending = new Map<Promise<void>, WebhookId>()
  const start = (delivery: DueDelivery) => {
    const sent = deliver(ctx, delivery, stop).finally(() => sending.delete(sent))
    sending.set(sent, delivery.webhookId)
  }
  try {
    while (!stop.aborted) {
      const busy = [...sending.values()]
      const isMore = await handOut(ctx)
      const claimed = await claim(ctx, busy)
      claimed.forEach(start)
      // What was busy as we looked may have left something behind that is due.
      if (busy.length + claimed.length === 0 && !isMore) return
      if (sending.size > 0 && !isMore)
        await Promise.race([...sending.keys(), pause(lookMilliseconds, undefined, { ref: false })])
      await pause(restMilliseconds)
    }
  } finally {
    await Promise.all(sending.keys())
  }
}

async function claim({ database }: Parts, sending: readonly WebhookId[]): Promise<DueDelivery[]> {
  const most = Math.min(mostAtOnce, mostInAll - sending.length)
  if (most <= 0) return []
  const busy = new Map<WebhookId, number>()
  for (const id of sending) busy.set(id, (busy.get(id) ?? 0) + 1)
  return database.transaction(async (tx) => {
    const now = await readNow(tx)
    const until = new Date(now.getTime() + claimMilliseconds)
    return claimDue(tx, busy, { now, until, mostEach, most })
  })
}

/** After a fault on our side the delivery is claimed again later; a process that stops gives it back. */
async function deliver(ctx: Parts, delivery: DueDelivery, stop: AbortSignal): Promise<void> {
  try {
    await recordAttempt(ctx, delivery, await sendDelivery(ctx, delivery, stop))
  } catch (fault) {
    if (!stop.aborted) return logFault(ctx.log, { deliveryId: delivery.id }, fault, 'a webhook was not sent')
    const now = await readNow(ctx.database.reader)
    await ctx.database.transaction((tx) => releaseClaim(tx, delivery, now))
  }
}
