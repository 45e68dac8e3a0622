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

/** Sends with patience: a time limit, two more tries where they can do no harm, and no knocking on a dead door. */
export function makeTransport(options: TransportOptions): Send {
  const { baseUrl, timeoutMilliseconds = 6000, halfOpenAfterMilliseconds = 10_000, onStateChange } = options
  const send = makeSend({ baseUrl, timeoutMilliseconds, init: { redirect: 'error' } })
  const patient = withBreaker(send, { faults: 5, halfOpenAfterMilliseconds, onStateChange })
  return withRetry(patient, { tries: 2, initialDelayMilliseconds: 80, maxDelayMilliseconds: 600 })
}
