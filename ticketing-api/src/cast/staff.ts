import * as auth from '@event-sphere/contract/auth'
import { createApiKey, createOrganization } from '@event-sphere/contract/organizations'
import { ensurePlatformUser } from '../auth/ensure-platform-user.ts'
import type { Context } from '../context.ts'
import type { CallTestApi } from './call-api.ts'

export const password = 'correct horse battery'
const platformUser = { email: 'platform@example.com', password }

/** The people behind every event, made through the API's own doors. */
export async function hireStaff(ctx: Context, call: CallTestApi) {
  await ensurePlatformUser(ctx, platformUser)
  const platform = (await call(auth.login, { body: platformUser })).body.access_token
  return { platform, ...(await foundOrganization(call, platform, 'kncci')) }
}

/** An organization with an administrator, an agent and a key: their tokens. */
export async function foundOrganization(call: CallTestApi, platform: string, name: string) {
  const body = { name, email: `events@${name}.example` }
  const organizationId = (await call(createOrganization, { as: platform, body })).body.id
  const staff = (role: string) => ({
    email: `${role}@${name}.example`,
    password,
    firstName: 'Jepkoech',
    lastName: role,
    organizationId,
  })
  const admin = (await call(auth.registerAdmin, { as: platform, body: staff('admin') })).body.access_token
  const agent = (await call(auth.registerAgent, { as: admin, body: staff('agent') })).body.access_token
  const made = await call(createApiKey, {
    as: admin,
    params: { id: organizationId },
    body: { name: 'site', mode: 'test' },
  })
  return { organizationId, admin, agent, key: made.body.key }
}
