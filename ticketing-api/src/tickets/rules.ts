import type { OrganizationId, UserId } from '@event-sphere/contract/values/ids'
import type { Caller, StaffRole } from '../call/caller.ts'

/** Whose tickets a caller may see. */
export type Sight =
  | { kind: 'person'; userId: UserId; staffOf: OrganizationId | null }
  | { kind: 'guests'; organizationId: OrganizationId }

/** A person sees their own, and as staff in one of these roles their organization's; a key sees its guests'. */
export function sightOf(caller: Caller, staffRoles: readonly StaffRole[]): Sight | undefined {
  switch (caller.kind) {
    case 'public':
      return undefined
    case 'key':
      return { kind: 'guests', organizationId: caller.organizationId }
    case 'user': {
      const isStaff = caller.roles.some((role) => staffRoles.includes(role))
      return { kind: 'person', userId: caller.userId, staffOf: isStaff ? caller.organizationId : null }
    }
    default:
      return caller satisfies never
  }
}
