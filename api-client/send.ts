import { type FetchOptions, fetchRaw } from './fetch-raw.ts'
import type { ApiRequest } from './make-request.ts'
import { type RawAnswer, readJson } from './raw-answer.ts'
import { readProblem } from './read-problem.ts'
import { Unreachable } from './unreachable.ts'

/** Sends a request; a refusal is an answer too. @throws Unreachable; and the reason of `signal` when that ends it. */
export type Send = (request: ApiRequest) => Promise<RawAnswer>

/** The way to one API, in a browser or in Node. Retry, breaker and refresh are laid around it. */
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

/** A payment provider's refusal travels as 502 and is an answer; a gateway's 502 is the absence of one. */
function isAway(answer: RawAnswer): boolean {
  if (answer.status < 502 || answer.status > 504) return false
  return readProblem(answer.status, readJson(answer)).code === 'unavailable'
}
