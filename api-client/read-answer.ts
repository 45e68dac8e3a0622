import type { WireReply } from '@event-sphere/contract/endpoint'
import type { Problem } from '@event-sphere/contract/problem'
import type { AnyEndpoint } from './ask.ts'
import { type RawAnswer, readJson } from './raw-answer.ts'
import { readProblem, unavailable } from './read-problem.ts'

/**
 * What the API said: its reply, or why it refused. Faults of the way there look like a refusal too: `unavailable`;
 * `breach` then says, for a log, in what a success was not what the contract says.
 */
export type Answer<Reply> = { ok: true; reply: Reply } | { ok: false; problem: Problem; breach?: string }

/**
 * A raw answer as the contract has it. The reply is in the shapes of the wire: parsed, so that it is what its type
 * says, and not decoded. A success in any other shape is no answer of the API: a venue's sign-in page is a 200 too.
 */
export function readAnswer<E extends AnyEndpoint>(endpoint: E, raw: RawAnswer): Answer<WireReply<E>> {
  const json = readJson(raw)
  if (raw.status < 200 || raw.status >= 300) return { ok: false, problem: readProblem(raw.status, json) }
  const breach = findBreach(endpoint, raw.status, json)
  if (breach === undefined) return { ok: true, reply: json as WireReply<E> }
  return { ok: false, problem: unavailable(raw.status), breach }
}

function findBreach({ method, path, status, reply }: AnyEndpoint, said: number, json: unknown) {
  if (said !== status) return `${method} ${path} answered ${said} and not ${status}`
  const { error } = reply.safeParse(json)
  return error && `${method} ${path} answered in another shape: ${error.message}`
}
