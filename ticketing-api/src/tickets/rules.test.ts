import type { ApiKeyId, OrganizationId, UserId } from '@event-sphere/contract/values/ids'
import { expect, test } from 'vitest'
import type { StaffRole, UserCaller } from '../call/caller.ts'
import { sightOf } from './rules.ts'

const organizationId = 'the organization' as OrganizationId
const userId = 'the person' as UserId
const aUser = (roles: StaffRole[]): UserCaller => ({
  kind: 'user',
  userId,
  email: '',
  roles,
  organizationId,
  isProven: true,
})

test.each<[StaffRole[], OrganizationId | null]>([
  [['admin'], organizationId],
  [['agent'], null],
  [['platform'], null],
  [[], null],
])('someone with the roles %j sees as staff of %s what only administrators see', (roles, staffOf) => {
  expect(sightOf(aUser(roles), ['admin'])).toEqual({ kind: 'person', userId, staffOf })
})

test("a key sees its organization's guests, the public nobody", () => {
  const key = { kind: 'key', keyId: 'the key' as ApiKeyId, organizationId } as const
  expect(sightOf(key, ['admin'])).toEqual({ kind: 'guests', organizationId })
  expect(sightOf({ kind: 'public' }, ['admin'])).toBeUndefined()
})
