import { type Problem, problem } from '@event-sphere/contract/problem'

/** Why the API refused; anything that is not in the API's format is `unavailable`. */
export function readProblem(status: number, json: unknown): Problem {
  const read = problem.safeParse(json)
  return read.success ? read.data : unavailable(status)
}

/** Without texts: the client shows its own. */
export function unavailable(status: number): Problem {
  return { type: 'about:blank', title: '', status, code: 'unavailable', detail: '', requestId: '' }
}
