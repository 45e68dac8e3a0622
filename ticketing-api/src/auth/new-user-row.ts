import type { NewUser, UserRow } from './store.ts'

/** The row of an account that has just been made. */
export function newUserRow(person: NewUser, createdAt: Date): UserRow {
  const { id, email, passwordHash, firstName = null, lastName = null, phone = null } = person
  const nobodyYet = { isPlatform: false, isActive: true, isVerified: false, role: null, organizationId: null }
  return { id, email, passwordHash, firstName, lastName, phone, createdAt, ...nobodyYet }
}
