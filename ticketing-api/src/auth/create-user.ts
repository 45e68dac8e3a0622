import type { Tx } from '@event-sphere/kit/database/database'
import { refuse } from '../call/refuse.ts'
import { newUserRow } from './new-user-row.ts'
import { insertUser, type NewUser, type UserRow } from './store.ts'

/** Creates a user. @throws email_taken if the address already has an account. */
export async function createUser(tx: Tx, person: NewUser): Promise<UserRow> {
  const createdAt = await insertUser(tx, person)
  if (!createdAt) throw refuse('email_taken')
  return newUserRow(person, createdAt)
}
