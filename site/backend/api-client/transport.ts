import {
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleType,
  isBrokenCircuitError,
  retry,
  wrap,
} from 'cockatiel'
import { type RawAnswer, readJson, readProblem } from './answer.ts'
import type { PreparedRequest } from './request.ts'

/** The API did not answer, or answered that it cannot now. */
export class Unreachable extends Error {
  readonly answer: RawAnswer | undefined
  constructor(reason: string, answer?: RawAnswer, cause?: unknown) {
    super(reason, { cause })
    this.name = 'Unreachable'
    this.answer = answer
  }
}

export interface TransportOptions {
  baseUrl: string
  timeoutMilliseconds?: number
  /** How long an open circuit stays open before one call may try again. */
  halfOpenAfterMilliseconds?: number
  onStateChange?: (isOpen: boolean) => void
}

export type Send = (request: PreparedRequest) => Promise<RawAnswer>

/** Sends with patience: a time limit, two more tries where they can do no harm, and no knocking on a dead door. */
export function makeTransport(options: TransportOptions): Send {
  const { baseUrl, timeoutMilliseconds = 6000, halfOpenAfterMilliseconds = 10_000 } = options
  const faults = handleType(Unreachable)
  const breaker = circuitBreaker(faults, {
    halfOpenAfter: halfOpenAfterMilliseconds,
    breaker: new ConsecutiveBreaker(5),
  })
  breaker.onBreak(() => options.onStateChange?.(true))
  breaker.onReset(() => options.onStateChange?.(false))
  const again = wrap(
    retry(faults, { maxAttempts: 2, backoff: new ExponentialBackoff({ initialDelay: 80, maxDelay: 600 }) }),
    breaker,
  )

  return async (request) => {
    const limit = timeoutMilliseconds + request.waitSeconds * 1000
    // A long wait tells nothing about the API's health, and must not be the one try that a half-open circuit allows.
    if (request.waitSeconds > 0) return sendOnce(baseUrl, request, limit)
    const policy = request.isRepeatable ? again : breaker
    try {
      return await policy.execute(() => sendOnce(baseUrl, request, limit))
    } catch (fault) {
      if (isBrokenCircuitError(fault)) throw new Unreachable('the circuit is open')
      throw fault
    }
  }
}

async function sendOnce(baseUrl: string, request: PreparedRequest, limit: number): Promise<RawAnswer> {
  const signals = [AbortSignal.timeout(limit), ...(request.signal ? [request.signal] : [])]
  const answer = await fetch(`${baseUrl}${request.path}`, {
    method: request.method,
    headers: request.headers,
    ...(request.body !== undefined && { body: request.body }),
    redirect: 'error',
    signal: AbortSignal.any(signals),
  })
    .then(readRaw)
    .catch((fault: unknown) => {
      if (request.signal?.aborted) throw fault
      throw new Unreachable('no answer', undefined, fault)
    })
  if (isAway(answer)) throw new Unreachable(`answered ${answer.status}`, answer)
  return answer
}

async function readRaw(response: Response): Promise<RawAnswer> {
  return {
    status: response.status,
    contentType: response.headers.get('content-type') ?? '',
    bytes: new Uint8Array(await response.arrayBuffer()),
  }
}

/** A payment provider's refusal travels as 502 and is an answer; a gateway's 502 is the absence of one. */
function isAway(answer: RawAnswer): boolean {
  if (answer.status < 502 || answer.status > 504) return false
  return readProblem(answer.status, readJson(answer)).code === 'unavailable'
}
