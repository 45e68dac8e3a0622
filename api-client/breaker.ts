import {
  circuitBreaker,
  ExponentialBackoff,
  handleType,
  isBrokenCircuitError,
  noJitterGenerator,
  SamplingBreaker,
} from 'cockatiel'
import type { Send } from './send.ts'
import { CircuitOpen, Unreachable } from './unreachable.ts'

export interface BreakerOptions {
  /** This many unanswered calls open the circuit, if they are most of the calls of the last few seconds. */
  faults: number
  /** The longest that an open circuit stays open before one call may try again; it starts at half a second and doubles. */
  halfOpenAfterMilliseconds: number
  onStateChange?: ((isOpen: boolean) => void) | undefined
}

const sampledSeconds = 5
const firstRestMilliseconds = 500

/**
 * Stops calling an API that does not answer, and tries it again later. When one of several processes dies under a crowd, many
 * calls fail at the same moment while the others still answer: that alone does not open the circuit.
 * @throws CircuitOpen in the meantime
 */
export function withBreaker(send: Send, options: BreakerOptions): Send {
  const breaker = circuitBreaker(handleType(Unreachable), {
    halfOpenAfter: new ExponentialBackoff({
      generator: noJitterGenerator,
      initialDelay: Math.min(firstRestMilliseconds, options.halfOpenAfterMilliseconds),
      maxDelay: options.halfOpenAfterMilliseconds,
    }),
    breaker: new SamplingBreaker({
      threshold: 0.5,
      duration: sampledSeconds * 1000,
      minimumRps: options.faults / sampledSeconds,
    }),
  })
  breaker.onBreak(() => options.onStateChange?.(true))
  breaker.onReset(() => options.onStateChange?.(false))
  return async (request) => {
    // A long poll, or a call that waits for Safaricom, says nothing about the API's health, and must not be the one try
    // that a half-open circuit allows. Otherwise a silent Safaricom would take down every page of the site.
    if (request.waitSeconds > 0 || request.outsideSeconds > 0) return send(request)
    try {
      return await breaker.execute(() => send(request))
    } catch (fault) {
      if (isBrokenCircuitError(fault)) throw new CircuitOpen()
      throw fault
    }
  }
}
