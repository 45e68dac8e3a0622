import type { ActorKind } from '@event-sphere/contract/endpoint'
import type { ApiKeyId, OrganizationId, UserId } from '@event-sphere/contract/values/ids'

export type StaffRole = 'agent' | 'admin' | 'platform'

/** A person with a token of their own. */
export interface UserCaller {
  kind: 'user'
  userId: UserId
  email: string
  roles: readonly StaffRole[]
  organizationId: OrganizationId | null
  /** The mailbox is theirs: they opened a link that was sent there, or an administrator vouches for them. */
  isProven: boolean
}
/** A program with an organization's key; it may speak for guests. */
export interface KeyCaller {
  kind: 'key'
  keyId: ApiKeyId
  organizationId: OrganizationId
}
export interface PublicCaller {
  kind: 'public'
}
export type Caller = PublicCaller | UserCaller | KeyCaller

/** Which of the contract's actors a caller can be: everyone with a token of their own is a customer too. */
export function actorKinds(caller: Caller): readonly ActorKind[] {
  switch (caller.kind) {
    case 'public':
      return ['public']
    case 'user':
      return ['public', 'customer', ...caller.roles]
    case 'key':
      return ['public', 'key', 'guest']
    default:
      return caller satisfies never
  }
}

/** An administrator who names a buyer sells as their organization's key does; anybody else stays who they are. */
export function asSeller(caller: Caller): Caller {
  if (caller.kind !== 'user' || !caller.organizationId || !caller.roles.includes('admin')) return caller
  const { userId, organizationId } = caller
  return { kind: 'key', keyId: userId as string as ApiKeyId, organizationId }
}
