import type { CartId, OrganizationId, UserId } from '@event-sphere/contract/values/ids'
import type { Caller } from '../../call/caller.ts'
import { refuse } from '../../call/refuse.ts'

/** A person has one cart; an organization's key keeps as many as it has guests, each known by its id. */
export type CartOwner =
  | { kind: 'person'; userId: UserId; email: string; cartId: CartId | undefined }
  | { kind: 'guest'; organizationId: OrganizationId; cartId: CartId | undefined }

export function cartOwner(caller: Caller, cartId: CartId | undefined): CartOwner {
  switch (caller.kind) {
    case 'user':
      return { kind: 'person', userId: caller.userId, email: caller.email, cartId }
    case 'key':
      return { kind: 'guest', organizationId: caller.organizationId, cartId }
    case 'public':
      throw refuse('unauthenticated')
    default:
      return caller satisfies never
  }
}
