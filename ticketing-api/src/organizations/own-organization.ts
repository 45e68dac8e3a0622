import type { OrganizationId } from '@event-sphere/contract/values/ids'
import type { Caller } from '../call/caller.ts'
import { refuse } from '../call/refuse.ts'

/** The organization that a caller acts for; who has none finds nothing. */
export function ownOrganization(caller: Caller): OrganizationId {
  const own = caller.kind === 'public' ? null : caller.organizationId
  if (own === null) throw refuse('not_found')
  return own
}

/** Whether a caller may act for this organization: its own people and keys, and the platform. */
export function actsFor(caller: Caller, organizationId: OrganizationId): boolean {
  if (caller.kind === 'public') return false
  return (
    caller.organizationId === organizationId || (caller.kind === 'user' && caller.roles.includes('platform'))
  )
}
