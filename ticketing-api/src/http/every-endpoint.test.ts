import type { Endpoint } from '@event-sphere/contract/endpoint'
import { problem } from '@event-sphere/contract/problem'
import { describe, expect, test } from 'vitest'
import { aCustomer } from '../cast/buyers.ts'
import type { Asked } from '../cast/call-api.ts'
import { startApi, type TestApi } from '../cast/start-api.ts'
import { allRoutes } from '../routes.ts'

const endpoints = allRoutes.map((route) => route.endpoint)
/** Safaricom's doors answer whoever knocks with the same 200; their own tests say so. */
const isDoor = (endpoint: Endpoint) => /callback/.test(endpoint.path)
const nameOf = (endpoint: Endpoint) => `${endpoint.method} ${endpoint.path}`

/** Ids of the right form that nobody has. */
const unknownParams: Record<string, Record<string, string>> = Object.fromEntries(
  endpoints.map((endpoint) => [
    nameOf(endpoint),
    Object.fromEntries(paramNames(endpoint).map((name) => [name, unknownId(endpoint, name)])),
  ]),
)

function paramNames(endpoint: Endpoint): string[] {
  return [...endpoint.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')
}

function unknownId({ path }: Endpoint, name: string): string {
  if (name === 'keyId') return `key_${'0'.repeat(32)}`
  const nouns: [RegExp, string][] = [
    [/^\/organizations/, 'org'],
    [/^\/events\/public/, 'no-such-event'],
    [/^\/ticket-types\/event/, 'event'],
    [/^\/ticket-types|^\/cart/, 'ticket_type'],
    [/^\/events/, 'event'],
    [/^\/entrances/, 'entrance'],
    [/^\/purchases/, 'purchase'],
    [/^\/tickets/, 'ticket'],
    [/^\/payments\/mpesa/, 'payment'],
    [/^\/matters/, 'matter'],
    [/^\/webhooks/, 'webhook'],
  ]
  const noun = nouns.find(([pattern]) => pattern.test(path))?.[1]
  return noun === 'no-such-event' ? noun : `${noun ?? 'x'}_${'0'.repeat(32)}`
}

const ask = (api: TestApi, endpoint: Endpoint, asked: Asked) =>
  api.call(endpoint, {
    params: unknownParams[nameOf(endpoint)] ?? {},
    idempotencyKey: api.newKey(),
    ...asked,
  })

const withBody = (endpoint: Endpoint): Asked =>
  endpoint.method === 'GET' || endpoint.method === 'DELETE' ? {} : { body: {} }

/** Whatever went wrong is told the same way: a problem that fits the contract, in the status that its code names. */
function expectProblem(
  answer: { status: number; body: unknown; headers: Headers },
  status: number,
  code: string,
) {
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
  expect(problem.parse(answer.body)).toMatchObject({ status, code })
  expect(answer.status).toBe(status)
}

/** Who may call, and with what, is in access.test.ts. */
describe('every endpoint', async () => {
  test('is said once', () => {
    expect(new Set(endpoints.map(nameOf)).size).toBe(endpoints.length)
  })

  test('refuses a token that has ended, and says so', async () => {
    const api = await startApi({ now: '2026-07-01T09:00:00Z' })
    const { token } = await aCustomer(api)
    await api.moveTo('2026-07-01T09:16:00Z')
    for (const endpoint of endpoints.filter((one) => !isDoor(one))) {
      expectProblem(await ask(api, endpoint, { ...withBody(endpoint), as: token }), 401, 'token_expired')
    }
  })

  test('refuses a body that is not its own, too large, not JSON, or not there', async () => {
    const api = await startApi()
    const tokens = await someOf(api)
    for (const endpoint of endpoints.filter((one) => one.body && !isDoor(one))) {
      const as = tokens(endpoint)
      expectProblem(await ask(api, endpoint, { as, body: 'text' }), 400, 'invalid_request')
      expectProblem(await ask(api, endpoint, { as, body: [1] }), 400, 'invalid_request')
      expectProblem(await ask(api, endpoint, { as, body: { x: 'y'.repeat(300_000) } }), 413, 'too_large')
      const xml = { 'content-type': 'application/xml' }
      expectProblem(await ask(api, endpoint, { as, body: {}, headers: xml }), 415, 'unsupported_media_type')
    }
  })

  test('tells of a wrong field by its place', async () => {
    const api = await startApi()
    const tokens = await someOf(api)
    const demanding = endpoints.filter(({ body }) => body && !body.safeParse({}).success)
    expect(demanding.length).toBeGreaterThan(10)
    for (const endpoint of demanding) {
      const answer = await ask(api, endpoint, { as: tokens(endpoint), body: {} })
      expectProblem(answer, 400, 'invalid_request')
      expect(problem.parse(answer.body).errors?.length).toBeGreaterThan(0)
    }
  })

  test('does not know an id that nobody has, or that is no id', async () => {
    const api = await startApi()
    const tokens = await someOf(api)
    for (const endpoint of endpoints.filter((one) => paramNames(one).length > 0 && !isDoor(one))) {
      const as = tokens(endpoint)
      const body = endpoint.body ? { body: fittingBody(endpoint) } : {}
      expectProblem(await ask(api, endpoint, { as, ...body }), 404, 'not_found')
      const params = Object.fromEntries(paramNames(endpoint).map((name) => [name, "'; drop table users"]))
      expectProblem(await ask(api, endpoint, { as, ...body, params }), 404, 'not_found')
    }
  })

  test('needs no Idempotency-Key: each of these calls was planned without one', () => {
    expect(endpoints.filter((one) => one.idempotencyKey === 'required').map(nameOf)).toEqual([])
  })

  test('takes an Idempotency-Key of a sane length if it changes something, and says so', async () => {
    const api = await startApi()
    const tokens = await someOf(api)
    const document = await (await fetch(`${api.url}/api/openapi.json`)).json()
    const changing = endpoints.filter((one) => one.method !== 'GET' && !isDoor(one))
    expect(changing.length).toBeGreaterThan(20)
    for (const endpoint of changing) {
      for (const idempotencyKey of ['short', 'x'.repeat(256)]) {
        const answer = await ask(api, endpoint, { as: tokens(endpoint), body: {}, idempotencyKey })
        expectProblem(answer, 400, 'idempotency_key_missing')
      }
      const { parameters } = document.paths[endpoint.path][endpoint.method.toLowerCase()]
      expect(JSON.stringify(parameters), nameOf(endpoint)).toContain('IdempotencyKey')
    }
  })

  test('is in the document, with what it refuses', async () => {
    const api = await startApi()
    const document = await (await fetch(`${api.url}/api/openapi.json`)).json()
    for (const endpoint of endpoints) {
      const operation = document.paths[endpoint.path]?.[endpoint.method.toLowerCase()]
      expect(operation?.responses, nameOf(endpoint)).toHaveProperty(String(endpoint.status))
    }
    expect((await fetch(`${api.url}/api/docs/`)).status).toBe(200)
  })

  test('says what to do next in the language that was asked for', async () => {
    const api = await startApi()
    const english = await fetch(`${api.url}/api/auth/me`)
    const swahili = await fetch(`${api.url}/api/auth/me`, {
      headers: { 'accept-language': 'sw-KE,en;q=0.5' },
    })
    expect([(await english.json()).title, (await swahili.json()).title]).toEqual([
      'Sign in first',
      'Ingia kwanza',
    ])
  })
})

/** For each endpoint, the token of somebody who may call it. */
async function someOf(api: TestApi): Promise<(endpoint: Endpoint) => string> {
  const { token: customer } = await aCustomer(api)
  const tokens = {
    customer,
    admin: api.admin,
    agent: api.agent,
    key: api.key,
    platform: api.platform,
    guest: api.key,
  }
  return ({ actor }) => {
    const kind = actor.find((one) => one !== 'public')
    return kind ? tokens[kind] : customer
  }
}

/** A body that parses, for endpoints whose path names something. */
function fittingBody({ path }: Endpoint): unknown {
  if (path.endsWith('/api-keys')) return { name: 'x' }
  if (path.startsWith('/cart')) return { quantity: 1 }
  if (path.endsWith('/replay')) return { since: '2026-01-01T00:00:00Z' }
  return {}
}
