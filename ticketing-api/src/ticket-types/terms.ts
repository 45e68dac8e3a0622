import type { TicketTypeId } from '@event-sphere/contract/values/ids'

/** After a change: which types a type requires and includes, and the quotas that it draws from. */
export interface Terms {
  requires: readonly TicketTypeId[]
  includes: readonly TicketTypeId[]
  /** Undefined: as it is; null: every day of the event. */
  admitsOn: string[] | null | undefined
  /** The types that draw from other quotas than before: this one, and the bundles that include it. */
  redraws: readonly TicketTypeId[]
}
