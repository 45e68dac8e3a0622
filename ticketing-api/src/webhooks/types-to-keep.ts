import type { HappeningType } from '@event-sphere/contract/happenings'
import type { WebhookRow } from './store.ts'

/** No types are all types, also those that can happen some day. */
export const typesToKeep = (types: readonly HappeningType[] = []): WebhookRow['types'] =>
  types.length > 0 ? [...new Set(types)] : ['*']
