import type { WireReply } from '@event-sphere/contract/endpoint'
import type { Problem } from '@event-sphere/contract/problem'
import type { AnyEndpoint } from './ask.ts'
import { type RawAnswer, readJson } from './raw-answer.ts'
import { readProblem, unavailable } from './read-problem.ts'

/**
 * The API's reply, or why it refused. An unreachable API is also reported as a refusal, `unavailable`; `breach` then
 * says, for a log, how a success broke the contract.
 */
export type Answer<Reply> = { ok: true; reply: Reply } | { ok: false; problem: Problem; breach?: string }

/**
 * Checks a raw answer against the contract. The reply stays in wire format: it is parsed, so that it matches its type,
 * but not decoded. A success in any other shape did not come from the API: a venue's Wi-Fi sign-in page is a 200 too.
 */
export function readAnswer<E extends AnyEndpoint>(endpoint: E, raw: RawAnswer): Answer<WireReply<E>> {
  const json = readJson(raw)
  if (raw.status < 200 || raw.status >= 300) return { ok: false, problem: readProblem(raw.status, json) }
  const breach = findBreach(endpoint, raw.status, json)
  if (breach === undefined) return { ok: true, reply: json as WireReply<E> }
  return { ok: false, problem: unavailable(raw.status), breach }
}

function findBreach({ method, path, status, reply }: AnyEndpoint, said: number, json: unknown) {
  if (said !== status) return `${method} ${path} answered ${said} instead of ${status}`
  const { error } = reply.safeParse(json)
  return error && `${method} ${path} answered in another shape: ${error.message}`
}
