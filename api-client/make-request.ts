import type { AnyEndpoint, Ask } from './ask.ts'
import { fillPath } from './fill-path.ts'

/** A call as it is sent. */
export interface ApiRequest {
  method: string
  /** Relative to the API's address: `/events?limit=5`. */
  path: string
  headers: Record<string, string>
  /** JSON. */
  body?: string
  /** It can safely be sent again: it only reads or has a key. */
  isRepeatable: boolean
  /** How many seconds the API itself may wait before it answers. */
  waitSeconds: number
  /** How many more seconds an outside service may take that the API calls first. */
  outsideSeconds: number
  signal?: AbortSignal
}

/** Builds the request of a call. It is not checked against the contract: the API does that. */
export function makeRequest(endpoint: AnyEndpoint, ask: Ask): ApiRequest {
  const { params, query, body, idempotencyKey, waitSeconds, signal } = ask
  return {
    method: endpoint.method,
    path: fillPath(endpoint.path, params, query),
    headers: headersOf(ask),
    ...(body !== undefined && { body: JSON.stringify(body) }),
    isRepeatable: endpoint.method === 'GET' || idempotencyKey !== undefined,
    waitSeconds: waitSeconds ?? 0,
    outsideSeconds: endpoint.outsideSeconds ?? 0,
    ...(signal && { signal }),
  }
}

function headersOf({ token, language, idempotencyKey, waitSeconds, isMinimal, body, headers }: Ask) {
  const prefer = [isMinimal && 'return=minimal', waitSeconds && `wait=${waitSeconds}`].filter(Boolean)
  return {
    accept: 'application/json, application/problem+json',
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(token && { authorization: `Bearer ${token}` }),
    ...(language && { 'accept-language': language }),
    ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
    ...(prefer.length > 0 && { prefer: prefer.join(', ') }),
    ...headers,
  }
}
