import type { Endpoint, WireReply } from '@event-sphere/contract/endpoint'
import type { AnyEndpoint, AskFor } from './ask.ts'
import { makeRequest } from './make-request.ts'
import { textOf } from './raw-answer.ts'
import { readAnswer } from './read-answer.ts'
import type { Send } from './send.ts'

/** The API refused a call that had to go through. */
export class Refused extends Error {
  readonly status: number
  /** The code that the contract gives the reason. */
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

/** One call of the contract that has to go through: its reply. @throws Refused, Unreachable */
export async function callOrThrow<E extends AnyEndpoint>(
  send: Send,
  endpoint: E,
  ask: AskFor<E>,
): Promise<WireReply<E>> {
  const raw = await send(makeRequest(endpoint, ask))
  const answer = readAnswer(endpoint, raw)
  if (answer.ok) return answer.reply
  // Somebody else spoke in the API's place: the start of what they said is the best clue there is.
  const detail = answer.problem.detail || textOf(raw).slice(0, 200)
  throw new Refused(endpoint, { ...answer.problem, status: raw.status, detail })
}
