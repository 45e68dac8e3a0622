import { ConsecutiveBreaker, circuitBreaker, handleType, isBrokenCircuitError } from 'cockatiel'
import type { Send } from './send.ts'
import { CircuitOpen, Unreachable } from './unreachable.ts'

export interface BreakerOptions {
  /** This many unanswered calls in a row open the circuit. */
  faults: number
  /** How long an open circuit stays open before one call may try again. */
  halfOpenAfterMilliseconds: number
  onStateChange?: ((isOpen: boolean) => void) | undefined
}

/** Stops calling an API that does not answer, and tries it again later. @throws CircuitOpen in the meantime */
export function withBreaker(send: Send, options: BreakerOptions): Send {
  const breaker = circuitBreaker(handleType(Unreachable), {
    halfOpenAfter: options.halfOpenAfterMilliseconds,
    breaker: new ConsecutiveBreaker(options.faults),
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
