import { getMe } from '@event-sphere/contract/auth'
import { aCustomer } from '../buyers.ts'
import { foundOrganization } from '../staff.ts'
import type { TestApi } from '../start-api.ts'
import { idsIn } from './nouns.ts'
import type { Caller } from './reaches.ts'

export const nobody: Caller = {
  name: 'nobody',
  as: undefined,
  kinds: ['public'],
  organizationId: null,
  userId: null,
}

/** A caller and the organization on whose side it stands: its own, or the one from which it buys. */
export interface Member extends Caller {
  as: string
  home: Home
}

export interface Home {
  id: string
  admin: string
}

/** Everybody who may call: of one organization, of another, and of none. */
export async function gatherCallers(api: TestApi): Promise<Member[]> {
  const [one, another] = [api, await foundOrganization(api.call, api.platform, 'another')]
  const [first, second] = [await aCustomer(api), await aCustomer(api)]
  const homes = [one, another].map(({ organizationId: id, admin }) => ({ id, admin }))
  const [here, there] = homes as [Home, Home]
  const person = async (name: string, as: string, home: Home, role?: 'agent' | 'admin' | 'platform') => ({
    ...{ name, as, home },
    kinds: ['public' as const, 'customer' as const, ...(role ? [role] : [])],
    organizationId: role === 'agent' || role === 'admin' ? uuidOf(home.id) : null,
    userId: uuidOf((await api.call(getMe, { as })).body.id),
  })
  const key = (name: string, as: string, home: Home) => ({
    ...{ name, as, home, organizationId: uuidOf(home.id), userId: null },
    kinds: ['public' as const, 'guest' as const, 'key' as const],
  })
  return [
    await person('a customer', first.token, here),
    await person('another customer', second.token, here),
    await person('an agent', one.agent, here, 'agent'),
    await person('an admin', one.admin, here, 'admin'),
    key('a key', one.key, here),
    await person("another organization's agent", another.agent, there, 'agent'),
    await person("another organization's admin", another.admin, there, 'admin'),
    key("another organization's key", another.key, there),
    await person('the platform', api.platform, here, 'platform'),
  ]
}

const uuidOf = (id: string): string => idsIn(id)[0]?.uuid ?? ''
