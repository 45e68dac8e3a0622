import type { MatterId } from '@event-sphere/contract/values/ids'
import type { Tx } from '@event-sphere/kit/database/database'
import { newUuid } from '@event-sphere/kit/ids'
import type { NewMatter } from './new-matter.ts'
import { insertMatter } from './store.ts'

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
