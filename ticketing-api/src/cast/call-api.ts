import type { Endpoint, WireReply } from '@event-sphere/contract/endpoint'

export interface Asked {
  /** An access token or an API key. */
  as?: string
  params?: Record<string, string>
  query?: Record<string, string>
  body?: unknown
  idempotencyKey?: string
  locale?: string
  prefer?: string
  headers?: Record<string, string>
}

export interface Answered<Reply> {
  status: number
  body: Reply & { code?: string; detail?: string }
  text: string
  headers: Headers
}

/** One call over real HTTP, in the shapes of the wire; nothing is checked on the way out, so that tests can lie. */
export async function callApi<E extends Endpoint>(
  url: string,
  endpoint: E,
  asked: Asked = {},
): Promise<Answered<WireReply<E>>> {
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(asked.params?.[name] ?? ''),
  )
  const query = asked.query ? `?${new URLSearchParams(asked.query)}` : ''
  const response = await fetch(`${url}/api${path}${query}`, {
    method: endpoint.method,
    headers: headersOf(asked),
    ...(asked.body !== undefined && { body: JSON.stringify(asked.body) }),
  })
  const text = await response.text()
  const isJson = /json/.test(response.headers.get('content-type') ?? '')
  return {
    status: response.status,
    body: isJson ? JSON.parse(text) : undefined,
    text,
    headers: response.headers,
  }
}

function headersOf({ as, body, idempotencyKey, locale, prefer, headers }: Asked): Record<string, string> {
  return {
    ...(as && { authorization: `Bearer ${as}` }),
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
    ...(locale && { 'accept-language': locale }),
    ...(prefer && { prefer }),
    ...headers,
  }
}

export type CallTestApi = <E extends Endpoint>(endpoint: E, asked?: Asked) => Promise<Answered<WireReply<E>>>
