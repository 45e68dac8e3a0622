import type { ActorKind } from '@event-sphere/contract/endpoint'
import type { Noun } from './nouns.ts'

/** How far an actor that may make a call reaches with it. */
export type Reach = 'own' | 'guests' | 'organization' | 'published' | 'everything'

/** What holds for a noun of which nothing else is said. */
const usual: Record<ActorKind, Reach> = {
  public: 'published',
  customer: 'own',
  guest: 'guests',
  key: 'organization',
  agent: 'organization',
  admin: 'organization',
  platform: 'everything',
}

/** An organization's key speaks for guests; what an account bought is the account's (decision 0015). */
const bought = { key: 'guests' } as const
/** Whoever buys chooses from what is published; a key sells its own organization's. */
const offered = { customer: 'published', guest: 'organization' } as const

const unusual: Record<Noun, Partial<Record<ActorKind, Reach>>> = {
  ...{ purchase: bought, payment: bought, ticket: bought, cart: bought },
  ...{ event: offered, ticketType: offered },
  organization: { public: 'everything' },
}

export const reachOf = (actor: ActorKind, noun: Noun): Reach => unusual[noun]?.[actor] ?? usual[actor]

/** Whose a row is, as the database says. */
export interface Owner {
  organizationId: string | null
  /** Of what a person holds; null for a guest's. */
  userId: string | null
  isPublished: boolean
}

export interface Caller {
  name: string
  /** An access token or an API key; undefined for nobody. */
  as: string | undefined
  kinds: readonly ActorKind[]
  organizationId: string | null
  userId: string | null
}

/** Whether one of the actors that the call lists, and that the caller is, reaches a row of this owner. */
export function mayReach(caller: Caller, actors: readonly ActorKind[], noun: Noun, owner: Owner): boolean {
  return caller.kinds
    .filter((kind) => actors.includes(kind))
    .some((kind) => isWithin(reachOf(kind, noun), caller, owner))
}

function isWithin(reach: Reach, caller: Caller, owner: Owner): boolean {
  const isOfOrganization = owner.organizationId !== null && owner.organizationId === caller.organizationId
  switch (reach) {
    case 'own':
      return owner.userId !== null && owner.userId === caller.userId
    case 'guests':
      return isOfOrganization && owner.userId === null
    case 'organization':
      return isOfOrganization
    case 'published':
      return owner.isPublished
    case 'everything':
      return true
    default:
      return reach satisfies never
  }
}
