import type { AnyEndpoint } from '@event-sphere/api-client/ask'
import { fetchRaw } from '@event-sphere/api-client/fetch-raw'
import { makeRequest } from '@event-sphere/api-client/make-request'
import { readJson, textOf } from '@event-sphere/api-client/raw-answer'
import type { WireReply } from '@event-sphere/contract/endpoint'

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
export async function callApi<E extends AnyEndpoint>(
  url: string,
  endpoint: E,
  { as: token, locale: language, prefer, headers, ...asked }: Asked = {},
): Promise<Answered<WireReply<E>>> {
  const all = { ...(prefer && { prefer }), ...headers }
  const request = makeRequest(endpoint, { ...asked, token, language, headers: all })
  const raw = await fetchRaw(request, { baseUrl: `${url}/api` })
  const body = readJson(raw) as Answered<WireReply<E>>['body']
  return { status: raw.status, body, text: textOf(raw), headers: raw.headers }
}

export type CallTestApi = <E extends AnyEndpoint>(
  endpoint: E,
  asked?: Asked,
) => Promise<Answered<WireReply<E>>>
