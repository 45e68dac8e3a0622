import type { RefusalCode } from '@event-sphere/contract/refusals'

/** What happened, and what to do next. */
export type RefusalWords = Record<RefusalCode, { title: string; detail: string }>
