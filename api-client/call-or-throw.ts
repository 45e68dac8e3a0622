import type { Endpoint, WireReply } from '@event-sphere/contract/endpoint'
import type { AnyEndpoint, AskFor } from './ask.ts'
import { makeRequest } from './make-request.ts'
import { textOf } from './raw-answer.ts'
import { readAnswer } from './read-answer.ts'
import type { Send } from './send.ts'

/** The API refused a call that had to succeed. */
export class Refused extends Error {
  readonly status: number
  /** The contract's code for the reason. */
  readonly code: string

  constructor(
    { method, path }: Endpoint,
    { status, code, detail }: Pick<Refused, 'status' | 'code'> & { detail: string },
  ) {
    super(`${method} ${path}: ${status} ${code} ${detail}`.trim())
    this.name = 'Refused'
    this.status = status
    this.code = code
  }
}

/** Makes a call that must succeed and returns its reply. @throws Refused, Unreachable */
export async function callOrThrow<E extends AnyEndpoint>(
  send: Send,
  endpoint: E,
  ask: AskFor<E>,
): Promise<WireReply<E>> {
  const raw = await send(makeRequest(endpoint, ask))
  const answer = readAnswer(endpoint, raw)
  if (answer.ok) return answer.reply
  // Something else answered in the API's place: the start of its text is the best clue.
  const detail = answer.problem.detail || textOf(raw).slice(0, 200)
  throw new Refused(endpoint, { ...answer.problem, status: raw.status, detail })
}
