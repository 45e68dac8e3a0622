import type { WebhookId } from '@event-sphere/contract/values/ids'
import type { Tx } from '@event-sphere/kit/database/database'
import { giveUpAll } from './delivery-store.ts'
import { markDisabled } from './store.ts'

/** Nothing is sent there any more, and what waited is given up; its owner can ask for it again. False if it was off. */
export async function disableWebhook(
  tx: Tx,
  id: WebhookId,
  because: 'asked' | 'gone' | 'failing',
): Promise<boolean> {
  if (!(await markDisabled(tx, id, because))) return false
  await giveUpAll(tx, id)
  return true
}
