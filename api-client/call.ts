import type { WireReply } from '@event-sphere/contract/endpoint'
import type { AnyEndpoint, Ask, AskFor } from './ask.ts'
import { makeRequest } from './make-request.ts'
import { readJson } from './raw-answer.ts'
import { type Answer, readAnswer } from './read-answer.ts'
import { readProblem } from './read-problem.ts'
import type { Send } from './send.ts'
import { Unreachable } from './unreachable.ts'

/**
 * One call of the contract. A refusal, and an API that cannot be reached (`unavailable`, 503), are answers.
 * @throws the reason of `ask.signal` when that ends it.
 */
export function call<E extends AnyEndpoint>(
  send: Send,
  endpoint: E,
  ask: AskFor<E>,
): Promise<Answer<WireReply<E>>> {
  return callUntyped(send, endpoint, ask)
}

/** The same for a client that lays types of its own over this one: what is asked is not held against the contract. */
export async function callUntyped<E extends AnyEndpoint>(
  send: Send,
  endpoint: E,
  ask: Ask,
): Promise<Answer<WireReply<E>>> {
  try {
    return readAnswer(endpoint, await send(makeRequest(endpoint, ask)))
  } catch (fault) {
    if (fault instanceof Unreachable) return answerOf(fault)
    throw fault
  }
}

/** An API that says why it cannot answer now has said it in its own words. */
export function answerOf({ answer }: Unreachable): Answer<never> {
  return { ok: false, problem: readProblem(answer?.status ?? 503, answer && readJson(answer)) }
}
