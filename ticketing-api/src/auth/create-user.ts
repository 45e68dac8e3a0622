import type { Tx } from '@event-sphere/kit/database/database'
import { refuse } from '../refuse.ts'
import { insertUser, type NewUser, type UserRow } from './store.ts'

/** Someone new. @throws email_taken where the address has an account. */
export async function createUser(tx: Tx, person: NewUser): Promise<UserRow> {
  const createdAt = await insertUser(tx, person)
  if (!createdAt) throw refuse('email_taken')
  const { id, email, passwordHash, firstName = null, lastName = null, phone = null } = person
  const nobodyYet = { isPlatform: false, isActive: true, isVerified: false, role: null, organizationId: null }
  return { id, email, passwordHash, firstName, lastName, phone, createdAt, ...nobodyYet }
}
