import type { HappeningType } from '@event-sphere/contract/happenings'
import type { WebhookRow } from './store.ts'

/** No types means all types, including types added later. */
export const typesToKeep = (types: readonly HappeningType[] = []): WebhookRow['types'] =>
  types.length > 0 ? [...new Set(types)] : ['*']
