import type { TicketTypeId } from '@event-sphere/contract/values/ids'

/** What a type makes of the others of its event, and where it draws its seats from, after a change. */
export interface Terms {
  requires: readonly TicketTypeId[]
  includes: readonly TicketTypeId[]
  /** Undefined: as it is; null: every day of the event. */
  admitsOn: string[] | null | undefined
  /** The types that draw from other quotas than before: this one, and the bundles that include it. */
  redraws: readonly TicketTypeId[]
}
