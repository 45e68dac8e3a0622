import { withBreaker } from '@event-sphere/api-client/breaker'
import { withRetry } from '@event-sphere/api-client/retry'
import { makeSend, type Send } from '@event-sphere/api-client/send'

export interface TransportOptions {
  baseUrl: string
  timeoutMilliseconds?: number
  /** How long an open circuit stays open at most before one call may try again. */
  halfOpenAfterMilliseconds?: number
  onStateChange?: (isOpen: boolean) => void
}

/** Sends with a time limit, two retries for repeatable calls, and a circuit breaker. */
export function makeTransport(options: TransportOptions): Send {
  const { baseUrl, timeoutMilliseconds = 6000, halfOpenAfterMilliseconds = 10_000, onStateChange } = options
  const send = makeSend({ baseUrl, timeoutMilliseconds, init: { redirect: 'error' } })
  const patient = withBreaker(send, { faults: 5, halfOpenAfterMilliseconds, onStateChange })
  return withRetry(patient, { tries: 2, initialDelayMilliseconds: 80, maxDelayMilliseconds: 600 })
}
