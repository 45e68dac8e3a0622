import type { DeliveryFault } from '@event-sphere/contract/webhooks'
import type { Tx } from '@event-sphere/kit/database/database'
import { raiseMatter } from '../matters/raise-matter.ts'
import type { WebhookRow } from './store.ts'

interface Failing {
  since: Date
  fault: DeliveryFault
  statusCode: number | undefined
  /** Whether it was switched off because of this. */
  isOff: boolean
}

/** One matter a webhook, however many of its deliveries are given up. An address may hold a secret after its path. */
export async function raiseFailing(
  tx: Tx,
  { id, organizationId, url }: WebhookRow,
  { since, fault, statusCode, isOff }: Failing,
): Promise<void> {
  const { origin, pathname } = new URL(url)
  await raiseMatter(tx, {
    kind: 'webhook_failing',
    subject: 'webhook',
    subjectId: id,
    organizationId,
    facts: {
      url: `${origin}${pathname}`,
      failingSince: since.toISOString(),
      because: fault,
      statusCode: statusCode ?? null,
      isSwitchedOff: isOff,
    },
  })
}
