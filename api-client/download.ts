import type { AnyEndpoint, Ask } from './ask.ts'
import { answerOf } from './call.ts'
import { makeRequest } from './make-request.ts'
import { type RawAnswer, readJson } from './raw-answer.ts'
import type { Answer } from './read-answer.ts'
import { readProblem } from './read-problem.ts'
import type { Send } from './send.ts'
import { Unreachable } from './unreachable.ts'

/** Makes one call whose reply is an image instead of JSON, and returns its bytes. @throws the reason of `ask.signal` */
export async function download(send: Send, endpoint: AnyEndpoint, ask: Ask): Promise<Answer<RawAnswer>> {
  try {
    const raw = await send(makeRequest(endpoint, ask))
    if (raw.status === endpoint.status) return { ok: true, reply: raw }
    return { ok: false, problem: readProblem(raw.status, readJson(raw)) }
  } catch (fault) {
    if (fault instanceof Unreachable) return answerOf(fault)
    throw fault
  }
}
