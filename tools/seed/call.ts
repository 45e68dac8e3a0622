import type { Endpoint, WireBody, WireParams, WireQuery, WireReply } from '@event-sphere/contract/endpoint'

type Parts<E> = {
  token?: string
  params?: WireParams<E>
  query?: WireQuery<E>
  body?: WireBody<E>
}

/** An answer other than the one hoped for, with the code that the contract gives it. */
export class Refused extends Error {
  readonly status: number
  readonly code: string

  constructor(endpoint: Endpoint, status: number, problem: { code?: string; detail?: string }) {
    super(
      `${endpoint.method} ${endpoint.path}: ${status} ${problem.code ?? ''} ${problem.detail ?? ''}`.trim(),
    )
    this.name = 'Refused'
    this.status = status
    this.code = problem.code ?? ''
  }
}

/** Makes one call of the contract over HTTP. @throws Refused */
export async function call<E extends Endpoint>(
  baseUrl: string,
  endpoint: E,
  parts: Parts<E> = {},
): Promise<WireReply<E>> {
  const answer = await fetch(urlOf(baseUrl, endpoint, parts), {
    method: endpoint.method,
    headers: {
      accept: 'application/json',
      ...(parts.body !== undefined && { 'content-type': 'application/json' }),
      ...(parts.token && { authorization: `Bearer ${parts.token}` }),
    },
    ...(parts.body !== undefined && { body: JSON.stringify(parts.body) }),
    signal: AbortSignal.timeout(20_000),
  })
  const text = await answer.text()
  if (answer.status !== endpoint.status) throw new Refused(endpoint, answer.status, readProblem(text))
  return (text ? JSON.parse(text) : undefined) as WireReply<E>
}

function urlOf<E extends Endpoint>(baseUrl: string, endpoint: E, parts: Parts<E>): URL {
  const params = (parts.params ?? {}) as Record<string, string>
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  )
  const url = new URL(`${baseUrl}/api${path}`)
  for (const [name, value] of Object.entries((parts.query ?? {}) as Record<string, unknown>)) {
    url.searchParams.set(name, String(value))
  }
  return url
}

function readProblem(text: string): { code?: string; detail?: string } {
  try {
    return JSON.parse(text) as { code?: string; detail?: string }
  } catch {
    return { detail: text.slice(0, 200) }
  }
}
