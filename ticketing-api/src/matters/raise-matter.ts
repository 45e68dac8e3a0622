import type { MatterKind } from '@event-sphere/contract/matters'
import type { EventId, MatterId, OrganizationId } from '@event-sphere/contract/values/ids'
import type { Tx } from '@event-sphere/kit/database/database'
import { newUuid } from '@event-sphere/kit/ids'
import { insertMatter } from './store.ts'

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

/**
 * Puts something before a person, in the transaction of its cause. One that is open already gets the newer facts.
 * @returns whether it is a new one
 */
export async function raiseMatter(tx: Tx, matter: NewMatter): Promise<boolean> {
  return insertMatter(tx, {
    id: newUuid() as MatterId,
    ...matter,
    eventId: matter.eventId ?? null,
    facts: matter.facts ?? {},
  })
}
