import * as auth from '@event-sphere/contract/auth'
import { createApiKey, createOrganization } from '@event-sphere/contract/organizations'
import { sql } from '@event-sphere/kit/database/database'
import { signInSilently } from '../auth/cast.ts'
import { ensurePlatformUser } from '../auth/ensure-platform-user.ts'
import type { Context } from '../context.ts'
import type { CallTestApi } from './call-api.ts'

export const password = 'correct horse battery'
const platformUser = { email: 'platform@example.com', password }

type Staff = { platform: string; organizationId: string; admin: string; agent: string; key: string }

/** Makes the people behind every event through the API's own doors, once for a template, and notes what only they know. */
export async function hireStaff(ctx: Context, call: CallTestApi): Promise<void> {
  await ensurePlatformUser(ctx, platformUser)
  const platform = (await call(auth.login, { body: platformUser })).body.access_token
  const { organizationId, key } = await foundOrganization(call, platform, 'kncci')
  await ctx.database.transaction(async (tx) => {
    await sql`create schema backstage`.execute(tx)
    await sql`create table backstage.staff as
      select ${organizationId}::text as organization_id, ${key}::text as key`.execute(tx)
  })
}

/** They come to work: a session each, without a password typed (typing one costs 20 ms and 19 MiB). */
export async function bringInStaff(ctx: Context): Promise<Staff> {
  const { rows } = await sql<Pick<Staff, 'organizationId' | 'key'>>`
    select organization_id as "organizationId", key from backstage.staff`.execute(ctx.database.reader)
  const [known] = rows
  if (!known) throw new Error('the template has no staff')
  const [platform, admin, agent] = await Promise.all(
    [platformUser.email, 'admin@kncci.example', 'agent@kncci.example'].map((email) =>
      signInSilently(ctx, email),
    ),
  )
  return { ...known, platform: platform ?? '', admin: admin ?? '', agent: agent ?? '' }
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
