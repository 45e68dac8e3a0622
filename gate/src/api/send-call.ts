import type { Endpoint, WireBody, WireQuery, WireReply } from '@event-sphere/contract/endpoint'
import { type Problem, problem } from '@event-sphere/contract/problem'

export type Answer<Reply> =
  | { kind: 'answered'; reply: Reply }
  | { kind: 'refused'; problem: Problem }
  /** Nothing was decided: no network, a fault, or somebody else speaking. */
  | { kind: 'silent' }

/** What a call says besides who calls. */
export interface Asked<E> {
  body?: WireBody<E>
  query?: WireQuery<E>
}

export interface Said<E> extends Asked<E> {
  language: string
  accessToken?: string | undefined
  signal?: AbortSignal | undefined
}
export type SendCall = <E extends Endpoint>(endpoint: E, said: Said<E>) => Promise<Answer<WireReply<E>>>

/** Calls the Ticketing API under `apiUrl` (it ends in `/api`), and never throws. */
export function createSendCall(apiUrl: string): SendCall {
  return async (endpoint, said) => {
    try {
      const response = await fetch(apiUrl + endpoint.path + queryOf(said), {
        method: endpoint.method,
        headers: headersOf(said),
        ...(said.body !== undefined && { body: JSON.stringify(said.body) }),
        signal: said.signal ?? null,
        cache: 'no-store',
        credentials: 'omit',
      })
      return await readAnswer(endpoint, response)
    } catch {
      return { kind: 'silent' }
    }
  }
}

function queryOf<E extends Endpoint>({ query }: Asked<E>): string {
  const said = new URLSearchParams(query as Record<string, string> | undefined).toString()
  return said && `?${said}`
}

function headersOf({ language, accessToken }: Pick<Said<Endpoint>, 'language' | 'accessToken'>) {
  return {
    'Content-Type': 'application/json',
    'Accept-Language': language,
    ...(accessToken && { Authorization: `Bearer ${accessToken}` }),
  }
}

// A venue's network may answer in the API's place, with 200 and a sign-in page: only an answer that has the
// contract's shape is believed, and everything else counts as silence.
async function readAnswer<E extends Endpoint>(
  endpoint: E,
  response: Response,
): Promise<Answer<WireReply<E>>> {
  const told: unknown = response.status === 204 ? undefined : await response.json()
  if (response.status === endpoint.status && endpoint.reply.safeParse(told).success)
    return { kind: 'answered', reply: told as WireReply<E> }
  const refusal = problem.safeParse(told)
  if (refusal.success && response.status < 500) return { kind: 'refused', problem: refusal.data }
  return { kind: 'silent' }
}
