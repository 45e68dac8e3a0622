import type { MatterKind } from '@event-sphere/contract/matters'
import type { EventId, OrganizationId } from '@event-sphere/contract/values/ids'

export interface NewMatter {
  kind: MatterKind
  /** A noun of the contract (`purchase`, `payment`, `event`), or a name of a thing inside (`queue`, `view`, `limit`). */
  subject: string
  subjectId: string
  /** Null for what concerns the installation alone. */
  organizationId: OrganizationId | null
  eventId?: EventId
  /** What a person needs to know to act; never a secret, never a whole phone number. */
  facts?: Record<string, string | number | boolean | null>
}
