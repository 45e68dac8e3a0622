import type { Tx } from '@event-sphere/kit/database/database'
import { newUserRow } from './new-user-row.ts'
import { insertUserOrShadow, type NewUser, type UserRow } from './store.ts'

/** Someone new, or a shadow of somebody known: the answer is the same. */
export async function createUserOrShadow(tx: Tx, person: NewUser): Promise<UserRow> {
  // Two may register one address at once: the second try finds the first one's account.
  const made = (await insertUserOrShadow(tx, person)) ?? (await insertUserOrShadow(tx, person))
  if (!made) throw new Error('The account of this address came and went while it was registered.')
  return newUserRow(person, made.createdAt)
}
