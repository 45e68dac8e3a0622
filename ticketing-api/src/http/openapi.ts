import type { Endpoint } from '@event-sphere/contract/endpoint'
import { problem } from '@event-sphere/contract/problem'
import { type RefusalCode, refusals } from '@event-sphere/contract/refusals'
import { z } from 'zod'
import type { Route } from './route.ts'

/** The contract as OpenAPI 3.1: one operation for each route, with everything it can refuse. */
export function describeApi(routes: readonly Route[], publicUrl: string) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const { endpoint } of routes) {
    const path = paths[endpoint.path] ?? {}
    path[endpoint.method.toLowerCase()] = describeOperation(endpoint)
    paths[endpoint.path] = path
  }
  return {
    openapi: '3.1.0',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: 'Event-Sphere Ticketing API',
      version: '0.1.0',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: `${publicUrl}/api` }],
    paths,
    components: {
      schemas: { Problem: onTheWire(problem) },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'An access token, or an API key `es_live_…`' },
      },
    },
  }
}

function describeOperation(endpoint: Endpoint) {
  return {
    operationId: operationId(endpoint),
    summary: endpoint.summary,
    description: `Who may call: ${endpoint.actor.join(', ')}.`,
    tags: [endpoint.path.split('/')[1]],
    security: endpoint.actor.includes('public') ? [] : [{ bearer: [] }],
    parameters: parametersOf(endpoint),
    ...(endpoint.body && { requestBody: bodyOf(endpoint.body) }),
    responses: responsesOf(endpoint),
  }
}

function bodyOf(shape: z.ZodType) {
  const isRequired = !shape.safeParse(undefined).success
  return { required: isRequired, content: { 'application/json': { schema: onTheWire(shape) } } }
}

const operationId = ({ method, path }: Endpoint) =>
  `${method.toLowerCase()}${path.replace(/[{}]/g, '').replace(/[/.-]+(\w)/g, (_, letter: string) => letter.toUpperCase())}`

function parametersOf({ params, query, idempotencyKey }: Endpoint) {
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    required: idempotencyKey === 'required',
    schema: { type: 'string', minLength: 16, maxLength: 255 },
  }
  return [...inPart('path', params), ...inPart('query', query), ...(idempotencyKey ? [key] : [])]
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
  const type = endpoint.replyType ?? 'application/json'
  const success =
    endpoint.status === 204 ? {} : { content: { [type]: { schema: onTheWire(endpoint.reply) } } }
  const byStatus: Record<string, unknown> = { [endpoint.status]: { description: 'Done', ...success } }
  for (const [status, codes] of refusalsByStatus(endpoint)) {
    byStatus[status] = {
      description: codes.join(', '),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    }
  }
  return byStatus
}

function refusalsByStatus(endpoint: Endpoint): Map<number, RefusalCode[]> {
  const always: RefusalCode[] = ['unavailable', 'fault']
  if (!endpoint.actor.includes('public')) always.push('unauthenticated', 'token_expired', 'forbidden')
  if (endpoint.body || endpoint.query) always.push('invalid_request')
  if (endpoint.idempotencyKey)
    always.push('idempotency_key_missing', 'idempotency_key_in_use', 'idempotency_key_reused')
  return Map.groupBy(new Set([...endpoint.refusals, ...always]), (code) => refusals[code])
}

function onTheWire(shape: z.ZodType) {
  // OpenAPI 3.1 says the dialect once, for the whole document.
  const { $schema, ...schema } = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' })
  return schema
}
