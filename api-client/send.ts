import { type FetchOptions, fetchRaw } from './fetch-raw.ts'
import type { ApiRequest } from './make-request.ts'
import { type RawAnswer, readJson } from './raw-answer.ts'
import { readProblem } from './read-problem.ts'
import { Unreachable } from './unreachable.ts'

/**
 * Sends a request; a refusal is an answer too. @throws Unreachable, or the reason of `signal` if it aborts the call.
 */
export type Send = (request: ApiRequest) => Promise<RawAnswer>

/** Sends to one API, from a browser or Node. Retry, breaker and refresh wrap it. */
export function makeSend(options: FetchOptions): Send {
  return async (request) => {
    const answer = await fetchRaw(request, options).catch((fault: unknown) => {
      if (request.signal?.aborted) throw fault
      throw new Unreachable('no answer', undefined, fault)
    })
    if (isAway(answer)) throw new Unreachable(`answered ${answer.status}`, answer)
    return answer
  }
}

/** A payment provider's refusal arrives as 502 and is an answer; a 502 of a gateway means that there is none. */
function isAway(answer: RawAnswer): boolean {
  if (answer.status < 502 || answer.status > 504) return false
  return readProblem(answer.status, readJson(answer)).code === 'unavailable'
}
