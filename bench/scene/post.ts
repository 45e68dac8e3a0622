import type { Endpoint, WireBody, WireReply } from '@event-sphere/contract/endpoint'

interface Posted<E> {
  as?: string
  params?: Record<string, string>
  body: WireBody<E>
  headers?: Record<string, string>
}

/** One call of the contract that has to go through. */
export async function post<E extends Endpoint>(
  url: string,
  endpoint: E,
  { as, params, body, headers }: Posted<E>,
): Promise<WireReply<E>> {
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => params?.[name] ?? '')
  const response = await fetch(`${url}/api${path}`, {
    method: endpoint.method,
    headers: { 'content-type': 'application/json', ...(as && { authorization: `Bearer ${as}` }), ...headers },
    body: JSON.stringify(body),
  })
  if (!response.ok)
    throw new Error(
      `${endpoint.method} ${endpoint.path} answered ${response.status}: ${await response.text()}`,
    )
  return (await response.json()) as WireReply<E>
}
