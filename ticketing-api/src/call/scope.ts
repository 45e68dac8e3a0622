import type { OrganizationId, UserId } from '@event-sphere/contract/values/ids'
import type { Tx } from '@event-sphere/kit/database/database'
import { currentScope, inScope, type Scope, widenScope } from '@event-sphere/kit/database/scope'
import type { Caller } from './caller.ts'

/** Who asks, as the database's walls know it (migration 0151). Outside of every scope nothing of any organization is seen. */

/** All organizations. */
export const everything: Scope = { 'app.reach': 'everything' }
const catalogue: Scope = { 'app.reach': 'catalogue' }

const ofOrganization = (id: OrganizationId): Scope => ({ 'app.organization_id': id })
const ofPerson = (id: UserId): Scope => ({ 'app.person_id': id })

/** Acts for one organization: nothing of another one is seen or written. */
export const inOrganization = <T>(id: OrganizationId, act: () => T): T => inScope(ofOrganization(id), act)

/**
 * Acts for the whole installation, where that is what the act is about: sign-in, limits, what sweeps look for. The files that
 * may are listed in tools/check-rooms.
 */
export const acrossOrganizations = <T>(act: () => T): T => inScope(everything, act)

/** The same for a look within a transaction that is otherwise one organization's. */
export const lookAcross = <T>(tx: Tx, act: () => Promise<T>): Promise<T> => widenScope(tx, everything, act)

/** Reads what everybody may: events that were published. */
export const inCatalogue = <T>(act: () => T): T => inScope(catalogue, act)

/** A person deals with an organization that they do not work for: they see their own, and the act sees what is its. */
export function dealingWith<T>(id: OrganizationId, act: () => T): T {
  const personId = currentScope()?.['app.person_id']
  return inScope({ ...(personId !== undefined && { 'app.person_id': personId }), ...ofOrganization(id) }, act)
}

/** What a caller sees by being who they are. */
export const asCaller = <T>(caller: Caller, act: () => T): T => inScope(scopeOf(caller), act)

function scopeOf(caller: Caller): Scope {
  switch (caller.kind) {
    case 'public':
      return {}
    case 'key':
      return ofOrganization(caller.organizationId)
    case 'user': {
      const { userId, organizationId, roles } = caller
      if (roles.includes('platform')) return { ...ofPerson(userId), ...everything }
      return { ...ofPerson(userId), ...(organizationId && ofOrganization(organizationId)) }
    }
    default:
      return caller satisfies never
  }
}
