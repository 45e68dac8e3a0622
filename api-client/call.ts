import type { WireReply } from '@event-sphere/contract/endpoint'
import type { AnyEndpoint, Ask, AskFor } from './ask.ts'
import { makeRequest } from './make-request.ts'
import { readJson } from './raw-answer.ts'
import { type Answer, readAnswer } from './read-answer.ts'
import { readProblem } from './read-problem.ts'
import type { Send } from './send.ts'
import { Unreachable } from './unreachable.ts'

/**
 * Makes one call of the contract. A refusal and an unreachable API (`unavailable`, 503) are answers.
 * @throws the reason of `ask.signal` if it aborts the call
 */
export function call<E extends AnyEndpoint>(
  send: Send,
  endpoint: E,
  ask: AskFor<E>,
): Promise<Answer<WireReply<E>>> {
  return callUntyped(send, endpoint, ask)
}

/** The same for a client that adds types of its own: the request is not checked against the contract. */
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

/** If the API said why it cannot answer now, its own words are kept. */
export function answerOf({ answer }: Unreachable): Answer<never> {
  return { ok: false, problem: readProblem(answer?.status ?? 503, answer && readJson(answer)) }
}
