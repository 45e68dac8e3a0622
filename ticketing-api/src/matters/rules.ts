import type { ApiKeyId, OrganizationId, UserId } from '@event-sphere/contract/values/ids'
import type { Caller } from '../call/caller.ts'

/** Whose matters a caller sees: their organization's, or all for the operator of the installation. */
export interface MatterSight {
  organizationId: OrganizationId | 'all'
}

export function sightOf(caller: Caller): MatterSight | undefined {
  if (caller.kind === 'public') return undefined
  if (caller.kind === 'user' && caller.roles.includes('platform')) return { organizationId: 'all' }
  return caller.organizationId ? { organizationId: caller.organizationId } : undefined
}

export interface Resolver {
  userId: UserId | null
  keyId: ApiKeyId | null
}

export function resolverOf(caller: Caller): Resolver {
  return {
    userId: caller.kind === 'user' ? caller.userId : null,
    keyId: caller.kind === 'key' ? caller.keyId : null,
  }
}
