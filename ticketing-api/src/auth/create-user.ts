import type { Tx } from '@event-sphere/kit/database/database'
import { refuse } from '../call/refuse.ts'
import { insertUser, insertUserOrShadow, type NewUser, type UserRow } from './store.ts'

/** Someone new. @throws email_taken where the address has an account. */
export async function createUser(tx: Tx, person: NewUser): Promise<UserRow> {
  const createdAt = await insertUser(tx, person)
  if (!createdAt) throw refuse('email_taken')
  return rowOf(person, createdAt)
}

/** Someone new, or a shadow of somebody known: the answer is the same. */
export async function createUserOrShadow(tx: Tx, person: NewUser): Promise<UserRow> {
  // Two may register one address at once: the second try finds the first one's account.
  const made = (await insertUserOrShadow(tx, person)) ?? (await insertUserOrShadow(tx, person))
  if (!made) throw new Error('The account of this address came and went while it was registered.')
  return rowOf(person, made.createdAt)
}

function rowOf(person: NewUser, createdAt: Date): UserRow {
  const { id, email, passwordHash, firstName = null, lastName = null, phone = null } = person
  const nobodyYet = { isPlatform: false, isActive: true, isVerified: false, role: null, organizationId: null }
  return { id, email, passwordHash, firstName, lastName, phone, createdAt, ...nobodyYet }
}
