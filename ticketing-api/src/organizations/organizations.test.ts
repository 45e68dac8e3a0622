import { listEvents } from '@event-sphere/contract/events'
import {
  changeOrganization,
  createApiKey,
  createOrganization,
  getOrganization,
} from '@event-sphere/contract/organizations'
import { sql } from '@event-sphere/kit/database/database'
import { expect, test, vi } from 'vitest'
import { aCustomer } from '../cast/buyers.ts'
import { foundOrganization } from '../cast/staff.ts'
import { startApi, type TestApi } from '../cast/start-api.ts'

const kncci = { name: 'KNCCI Uasin Gishu', email: 'Info@KNCCI.example', city: 'Eldoret', country: 'Kenya' }

test('whoever runs the installation creates an organization, and it is read back as it was said', async () => {
  const api = await startApi()

  const made = await api.call(createOrganization, { as: api.platform, body: kncci })

  expect(made.status).toBe(201)
  expect(made.body).toMatchObject({ ...kncci, email: 'info@kncci.example', status: 'active' })
  expect(made.body.id).toMatch(/^org_[0-9a-f]{32}$/)
  const read = await api.call(getOrganization, { as: api.platform, params: { id: made.body.id } })
  expect(read.body).toEqual(made.body)
})

test('an organization is read by its own people and keys and by nobody else', async () => {
  const api = await startApi()
  const other = await foundOrganization(api.call, api.platform, 'other')
  const customer = await aCustomer(api)
  const params = { id: api.organizationId }
  const asked = async (as: string | undefined) =>
    (await api.call(getOrganization, { params, ...(as && { as }) })).status

  expect(await asked(api.admin)).toBe(200)
  expect(await asked(api.key)).toBe(200)
  expect(await asked(api.platform)).toBe(200)
  expect(await asked(other.admin)).toBe(404)
  expect(await asked(other.key)).toBe(404)
  expect(await asked(api.agent)).toBe(403)
  expect(await asked(customer.token)).toBe(403)
  expect(await asked(undefined)).toBe(401)
})

test('only whoever runs the installation creates organizations', async () => {
  const api = await startApi()
  const customer = await aCustomer(api)

  for (const as of [api.admin, api.agent, api.key, customer.token]) {
    const refused = await api.call(createOrganization, { as, body: kncci })
    expect(refused).toMatchObject({ status: 403, body: { code: 'forbidden' } })
  }
  const stranger = await api.call(createOrganization, { body: kncci })
  expect(stranger).toMatchObject({ status: 401, body: { code: 'unauthenticated' } })
  expect(await countOf(api, 'organizations')).toBe(1)
})

const badOrganizations: [object, string[]][] = [
  [{}, ['/name', '/email']],
  [{ ...kncci, name: ' ' }, ['/name']],
  [{ ...kncci, name: 'x'.repeat(201) }, ['/name']],
  [{ ...kncci, email: 'nobody' }, ['/email']],
  [{ ...kncci, website: 'javascript:alert(1)' }, ['/website']],
  [{ ...kncci, status: 'great' }, ['/status']],
  [[], ['/']],
]

test('a badly said organization is refused field by field', async () => {
  const api = await startApi()
  for (const [body, pointers] of badOrganizations) {
    const refused = await api.call(createOrganization, { as: api.platform, body })
    const errors = pointers.map((pointer) => ({ pointer }))
    expect(refused).toMatchObject({ status: 400, body: { code: 'invalid_request', errors } })
  }
  expect(await countOf(api, 'organizations')).toBe(1)
})

test('a key works, is shown once, and only its hash is kept', async () => {
  const api = await startApi()
  const { body } = await makeKey(api, api.admin)

  expect(body.key).toMatch(/^es_live_[0-9a-f]{64}$/)
  expect(await api.call(listEvents, { as: body.key })).toMatchObject({ status: 200 })
  const { rows } = await sql`select row_to_json(k)::text as kept from api_keys k`.execute(
    api.ctx.database.reader,
  )
  expect(JSON.stringify(rows)).not.toContain(body.key.slice(8))
})

test("a key's last use is noted", async () => {
  const api = await startApi()
  const { body } = await makeKey(api, api.admin)
  const lastUse = async () => {
    const { rows } = await sql<{ at: Date | null }>`
      select last_used_at as at from api_keys where name = 'site 2'`.execute(api.ctx.database.reader)
    return rows[0]?.at
  }
  expect(await lastUse()).toBeNull()

  await api.call(listEvents, { as: body.key })

  await vi.waitFor(async () => expect(await lastUse()).toBeInstanceOf(Date))
})

test('an organization makes keys for itself alone', async () => {
  const api = await startApi()
  const other = await foundOrganization(api.call, api.platform, 'other')
  const before = await countOf(api, 'api_keys')

  expect(await makeKey(api, other.admin)).toMatchObject({ status: 404, body: { code: 'not_found' } })
  expect(await makeKey(api, api.agent)).toMatchObject({ status: 403 })
  expect(await makeKey(api, api.key)).toMatchObject({ status: 403 })
  const unknown = { id: `org_${'0'.repeat(32)}` }
  const body = { name: 'site' }
  expect(await api.call(createApiKey, { as: api.platform, params: unknown, body })).toMatchObject({
    status: 404,
  })
  expect(await api.call(createApiKey, { as: api.platform, params: { id: 'x' }, body })).toMatchObject({
    status: 404,
  })
  expect(await countOf(api, 'api_keys')).toBe(before)
})

test('a key that is unknown, malformed or revoked opens nothing', async () => {
  const api = await startApi()
  const revoked = (await makeKey(api, api.admin)).body.key
  await sql`update api_keys set revoked_at = clock.now() where name = 'site 2'`.execute(
    api.ctx.database.reader,
  )

  for (const as of [
    revoked,
    `es_live_${'0'.repeat(64)}`,
    'es_live_',
    'es_live_%00',
    `es_live_${'0'.repeat(4000)}`,
  ]) {
    const refused = await api.call(listEvents, { as })
    expect(refused).toMatchObject({ status: 401, body: { code: 'unauthenticated' } })
  }
})

const makeKey = (api: TestApi, as: string) =>
  api.call(createApiKey, { as, params: { id: api.organizationId }, body: { name: 'site 2' } })

async function countOf(api: TestApi, table: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${sql.table(table)}`.execute(api.ctx.database.reader)
  return rows[0]?.count ?? 0
}

test('a profile changes by what is named, and null empties; only the platform suspends', async () => {
  const api = await startApi()
  const params = { id: api.organizationId }
  const change = (body: object, as = api.admin) => api.call(changeOrganization, { as, params, body })
  const { body: before } = await api.call(getOrganization, { as: api.admin, params })

  const { body } = await change({ city: 'Eldoret', website: 'https://example.com', name: 'The Chamber' })
  expect(body).toEqual({ ...before, city: 'Eldoret', website: 'https://example.com', name: 'The Chamber' })
  expect((await change({ city: null, website: null }, api.key)).body).toEqual({
    ...before,
    name: 'The Chamber',
  })
  expect(await change({ name: null })).toMatchObject({ status: 400 })
  expect(await change({ status: 'suspended' })).toMatchObject({ status: 403, body: { code: 'forbidden' } })
  expect((await change({ status: 'suspended' }, api.platform)).body.status).toBe('suspended')
  expect((await change({ status: 'active' }, api.platform)).body.status).toBe('active')
})
