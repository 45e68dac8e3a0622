import type { User } from '@event-sphere/contract/auth'
import { staffRolesOf } from './rules.ts'
import type { UserRow } from './store.ts'

export function viewUser(row: UserRow): User {
  const { id, email, firstName, lastName, phone, organizationId, isActive, createdAt } = row
  return {
    id,
    email,
    firstName,
    lastName,
    phone,
    organizationId,
    isActive,
    createdAt,
    roles: ['customer', ...staffRolesOf(row)],
    hasPassword: row.passwordHash !== null,
  }
}
