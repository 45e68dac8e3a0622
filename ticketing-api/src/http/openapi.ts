import type { Endpoint } from '@event-sphere/contract/endpoint'
import { type RefusalCode, refusals } from '@event-sphere/contract/refusals'
import { refusalsOf } from '@event-sphere/contract/refusals-of'
import type { z } from 'zod'
import type { Route } from '../call/route.ts'
import { about, tags } from './openapi-prose.ts'
import { nounsOnTheWire, onTheWire } from './openapi-schemas.ts'
import { strict } from './strict.ts'

/** The contract as OpenAPI 3.1: one operation for each route, with everything it can refuse. */
export function describeApi(routes: readonly Route[], publicUrl: string) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const { endpoint } of routes) {
    const path = paths[endpoint.path] ?? {}
    path[endpoint.method.toLowerCase()] = describeOperation(endpoint)
    paths[endpoint.path] = path
  }
  const used = new Set(routes.map(({ endpoint }) => tagOf(endpoint)))
  return {
    openapi: '3.1.0',
    info: {
      title: 'Event-Sphere Ticketing API',
      version: '0.1.0',
      description: about,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: `${publicUrl}/api` }],
    tags: [...used].map((name) => ({ name, description: tags[name] ?? name })),
    paths,
    components: {
      schemas: nounsOnTheWire(),
      parameters: headersAsked,
      headers: headersAnswered,
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'An access token, or an API key `es_live_…`' },
      },
    },
  }
}

const tagOf = ({ path }: Endpoint) => path.split('/')[1] ?? ''

function describeOperation(endpoint: Endpoint) {
  return {
    operationId: operationId(endpoint),
    summary: endpoint.summary,
    description: `Who may call: ${endpoint.actor.join(', ')}.`,
    tags: [tagOf(endpoint)],
    security: endpoint.actor.includes('public') ? [] : [{ bearer: [] }],
    parameters: parametersOf(endpoint),
    ...(endpoint.body && { requestBody: bodyOf(endpoint.body) }),
    responses: responsesOf(endpoint),
  }
}

function bodyOf(shape: z.ZodType) {
  const isRequired = !shape.safeParse(undefined).success
  return { required: isRequired, content: { 'application/json': { schema: onTheWire(strict(shape)) } } }
}

const operationId = ({ method, path }: Endpoint) =>
  `${method.toLowerCase()}${path.replace(/[{}]/g, '').replace(/[/.-]+(\w)/g, (_, letter: string) => letter.toUpperCase())}`

const header = (name: string, schema: object, description: string) => ({
  name,
  in: 'header',
  schema,
  description,
})

const headersAsked = {
  IdempotencyKey: header(
    'Idempotency-Key',
    { type: 'string', minLength: 16, maxLength: 255 },
    'New for each act, the same for each retry: the same key gets the same answer',
  ),
  Prefer: header(
    'Prefer',
    { type: 'string', examples: ['return=minimal', 'wait=20'] },
    '`return=minimal` leaves drawings out; `wait=20` waits that many seconds for a payment to move (RFC 7240)',
  ),
  AcceptLanguage: header('Accept-Language', { type: 'string', examples: ['en', 'sw'] }, 'English or Swahili'),
  IfNoneMatch: header('If-None-Match', { type: 'string' }, 'The ETag of what you have: unchanged, it is 304'),
}

const headersAnswered = {
  RetryAfter: {
    schema: { type: 'integer', minimum: 1 },
    description: 'Seconds until asking again helps, if it can',
  },
  IdempotentReplayed: {
    schema: { const: 'true' },
    description: 'This answer was given before, under the same key',
  },
  ETag: { schema: { type: 'string' }, description: 'Names the content of this answer' },
}

const asked = (name: keyof typeof headersAsked) => ({ $ref: `#/components/parameters/${name}` })
const answered = (name: keyof typeof headersAnswered) => ({ $ref: `#/components/headers/${name}` })
const isTagged = ({ method, actor }: Endpoint) => method === 'GET' && actor.includes('public')

function parametersOf(endpoint: Endpoint) {
  const { params, query, method, idempotencyKey } = endpoint
  const key = idempotencyKey ? { ...headersAsked.IdempotencyKey, required: true } : asked('IdempotencyKey')
  return [
    ...inPart('path', params),
    ...inPart('query', query),
    ...(method === 'GET' ? [] : [key]),
    asked('Prefer'),
    asked('AcceptLanguage'),
    ...(isTagged(endpoint) ? [asked('IfNoneMatch')] : []),
  ]
}

function inPart(part: 'path' | 'query', shape: z.ZodType | undefined) {
  if (!shape) return []
  const { properties = {}, required = [] } = onTheWire(shape)
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: part,
    required: part === 'path' || required.includes(name),
    schema,
  }))
}

function responsesOf(endpoint: Endpoint) {
  const byStatus: Record<string, unknown> = { [endpoint.status]: successOf(endpoint) }
  if (isTagged(endpoint)) byStatus['304'] = { description: 'Unchanged', headers: { ETag: answered('ETag') } }
  for (const [status, codes] of refusalsByStatus(endpoint)) {
    byStatus[status] = {
      description: codes.join(', '),
      ...(mayRetry.has(status) && { headers: { 'Retry-After': answered('RetryAfter') } }),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    }
  }
  return byStatus
}

const mayRetry = new Set([409, 429, 502, 503])

function successOf(endpoint: Endpoint) {
  const headers = {
    ...(endpoint.method !== 'GET' && { 'Idempotent-Replayed': answered('IdempotentReplayed') }),
    ...(isTagged(endpoint) && { ETag: answered('ETag') }),
  }
  const said = { description: 'Done', ...(Object.keys(headers).length > 0 && { headers }) }
  if (endpoint.status === 204) return said
  if (!endpoint.replyType)
    return { ...said, content: { 'application/json': { schema: onTheWire(endpoint.reply) } } }
  return { ...said, content: { [endpoint.replyType]: { schema: { type: 'string', format: 'binary' } } } }
}

function refusalsByStatus(endpoint: Endpoint): Map<number, RefusalCode[]> {
  return Map.groupBy(refusalsOf(endpoint), (code) => refusals[code])
}
