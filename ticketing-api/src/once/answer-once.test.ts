import { register } from '@event-sphere/contract/auth'
import { createEvent, listEvents } from '@event-sphere/contract/events'
import { createApiKey, createOrganization } from '@event-sphere/contract/organizations'
import { sql } from '@event-sphere/kit/database/database'
import { expect, test } from 'vitest'
import { startApi, type TestApi } from '../cast/start-api.ts'

const event = (api: TestApi, slug = 'summit') => ({
  organizationId: api.organizationId,
  title: 'Summit',
  slug,
  startDateTime: '2026-07-15T08:00:00+03:00',
  endDateTime: '2026-07-17T18:00:00+03:00',
})
const idempotencyKey = '0199-the-key-of-one-act'

test('the same key gets the same answer, and one thing is made', async () => {
  const api = await startApi()
  const asked = { as: api.platform, body: { name: 'Chamber', email: 'chamber@example.com' }, idempotencyKey }

  const first = await api.call(createOrganization, asked)
  const second = await api.call(createOrganization, asked)

  expect(second).toMatchObject({ status: 201, text: first.text })
  expect([first, second].map((answer) => answer.headers.get('idempotent-replayed'))).toEqual([null, 'true'])
  const other = await api.call(createOrganization, { ...asked, idempotencyKey: `${idempotencyKey}-other` })
  expect(other.body.id).not.toBe(first.body.id)
})

test('the same key for something else, or by somebody else, is not the same act', async () => {
  const api = await startApi()
  const made = await api.call(createEvent, { as: api.admin, body: event(api), idempotencyKey })
  const changed = await api.call(createEvent, { as: api.admin, body: event(api, 'other'), idempotencyKey })
  expect(changed).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } })
  const byKey = await api.call(createEvent, { as: api.key, body: event(api, 'third'), idempotencyKey })
  expect(byKey.status).toBe(201)
  expect(byKey.body.id).not.toBe(made.body.id)
})

test('of many at once under one key one acts; the others hear that it is in hand, or its answer', async () => {
  const api = await startApi()
  const ask = () => api.call(createEvent, { as: api.admin, body: event(api), idempotencyKey })

  const answers = await Promise.all(Array.from({ length: 12 }, ask))

  const made = answers.filter((one) => one.status === 201)
  expect(new Set(made.map((one) => one.text)).size).toBe(1)
  for (const answer of answers.filter((one) => one.status !== 201)) {
    expect(answer).toMatchObject({ status: 409, body: { code: 'idempotency_key_in_use' } })
    expect(answer.headers.get('retry-after')).toBe('1')
  }
  expect((await api.call(listEvents, { as: api.admin })).body.items).toHaveLength(1)
  expect((await ask()).headers.get('idempotent-replayed')).toBe('true')
})

test('a refusal keeps nothing: the same key may try again', async () => {
  const api = await startApi()
  const draft = event(api)
  const ask = (title: string) =>
    api.call(createEvent, { as: api.admin, body: { ...draft, title }, idempotencyKey })
  await api.call(createEvent, { as: api.admin, body: { ...draft, code: 'TAKEN' } })
  expect((await ask('Again')).status).toBe(409)
  await sql`update events set slug = 'moved'`.execute(api.ctx.database.reader)
  expect((await ask('Again')).status).toBe(201)
})

test('a process that dies in the middle holds the key for two minutes, no longer', async () => {
  const api = await startApi({ now: '2026-07-01T09:00:00Z' })
  const asked = {
    as: api.platform,
    params: { id: api.organizationId },
    body: { name: 'site' },
    idempotencyKey,
  }
  await api.call(createApiKey, asked)
  // As it is while the call runs.
  await sql`update answers_to_keys set sealed_answer = null`.execute(api.ctx.database.reader)
  await api.moveTo('2026-07-01T09:01:58Z')
  expect(await api.call(createApiKey, asked)).toMatchObject({ body: { code: 'idempotency_key_in_use' } })
  await api.moveTo('2026-07-01T09:02:05Z')
  expect((await api.call(createApiKey, asked)).status).toBe(201)
})

test('what is kept tells no secret to whoever reads the table', async () => {
  const api = await startApi()
  const params = { id: api.organizationId }
  const asked = { as: api.admin, params, body: { name: 'site' }, idempotencyKey }
  const { body } = await api.call(createApiKey, asked)
  expect((await api.call(createApiKey, asked)).body.key).toBe(body.key)

  const { rows } = await sql<{ whole: string }>`
    select encode(sealed_answer, 'escape') || a::text as whole
    from answers_to_keys a`.execute(api.ctx.database.reader)
  expect(rows).toHaveLength(1)
  expect(rows[0]?.whole).not.toContain(body.key)
  expect(rows[0]?.whole).not.toContain('site')
})

test('two strangers under one key are two people', async () => {
  const api = await startApi()
  const asked = { body: { email: 'kiptoo@example.com' }, idempotencyKey }

  const first = await api.call(register, asked)
  const second = await api.call(register, asked)

  expect([first.status, second.status]).toEqual([201, 201])
  expect(second.body.access_token).not.toBe(first.body.access_token)
  expect(second.body.user.id).not.toBe(first.body.user.id)
})
