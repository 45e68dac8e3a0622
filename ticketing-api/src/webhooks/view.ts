import type { HappeningType } from '@event-sphere/contract/happenings'
import type { Webhook } from '@event-sphere/contract/webhooks'
import type { WebhookRow } from './store.ts'

export function viewWebhook({ organizationId: _, types, ...row }: WebhookRow): Webhook {
  return { ...row, types: types.filter((type): type is HappeningType => type !== '*') }
}
