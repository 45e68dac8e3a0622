import type { ActorKind, Endpoint } from '@event-sphere/contract/endpoint'
import type { z } from 'zod'

export type AnyEndpoint = Endpoint<z.ZodType, z.ZodType, z.ZodType, z.ZodType>

/** In whose name a call goes out. */
export type Caller = 'public' | 'user' | 'organization'

export interface Ask {
  params?: unknown
  query?: unknown
  body?: unknown
  idempotencyKey?: string
  as?: Caller
  /** How long the API may wait for something to change before it answers. */
  waitSeconds?: number
  /** Leaves drawings and expansions out of the reply. */
  isMinimal?: boolean
  signal?: AbortSignal
}

export interface PreparedRequest {
  method: string
  path: string
  headers: Record<string, string>
  body?: string
  /** Sending it again can do no harm. */
  isRepeatable: boolean
  waitSeconds: number
  signal?: AbortSignal
}

export function prepareRequest(
  endpoint: AnyEndpoint,
  ask: Ask,
  said: Record<string, string>,
): PreparedRequest {
  const wishes = [ask.isMinimal && 'return=minimal', ask.waitSeconds && `wait=${ask.waitSeconds}`]
  const prefer = wishes.filter(Boolean).join(', ')
  return {
    method: endpoint.method,
    path: fillPath(endpoint.path, entriesOf(ask.params)) + queryText(entriesOf(ask.query)),
    headers: {
      accept: 'application/json, application/problem+json',
      ...said,
      ...(ask.body !== undefined && { 'content-type': 'application/json' }),
      ...(ask.idempotencyKey && { 'idempotency-key': ask.idempotencyKey }),
      ...(prefer && { prefer }),
    },
    ...(ask.body !== undefined && { body: JSON.stringify(ask.body) }),
    isRepeatable: endpoint.method === 'GET' || ask.idempotencyKey !== undefined,
    waitSeconds: ask.waitSeconds ?? 0,
    ...(ask.signal && { signal: ask.signal }),
  }
}

/** Who speaks when the caller does not say: nobody where anybody may, else the person at the browser. */
export function defaultCaller(actor: readonly ActorKind[]): Caller {
  if (actor.includes('public')) return 'public'
  return actor.includes('customer') ? 'user' : 'organization'
}

function fillPath(path: string, params: [string, string][]): string {
  return params.reduce(
    (filled, [name, value]) => filled.replace(`{${name}}`, encodeURIComponent(value)),
    path,
  )
}

function queryText(query: [string, string][]): string {
  return query.length === 0 ? '' : `?${new URLSearchParams(query)}`
}

function entriesOf(values: unknown): [string, string][] {
  if (typeof values !== 'object' || values === null) return []
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, String(value)])
}
