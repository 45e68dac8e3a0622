import { ExponentialBackoff, handleWhen, retry } from 'cockatiel'
import type { Send } from './send.ts'
import { CircuitOpen, Unreachable } from './unreachable.ts'

export interface RetryOptions {
  /** How often a call is sent again after its first try. */
  tries: number
  /** The first pause; each one after it is longer, up to `maxDelay`. */
  initialDelayMilliseconds: number
  maxDelayMilliseconds: number
}

/** Repeats a call that got no answer if that is safe: it only reads or has an idempotency key. */
export function withRetry(send: Send, options: RetryOptions): Send {
  const { tries, initialDelayMilliseconds: initialDelay, maxDelayMilliseconds: maxDelay } = options
  const isWorthAnotherTry = (fault: unknown) =>
    fault instanceof Unreachable && !(fault instanceof CircuitOpen)
  const backoff = new ExponentialBackoff({ initialDelay, maxDelay })
  const policy = retry(handleWhen(isWorthAnotherTry), { maxAttempts: tries, backoff })
  return (request) => {
    // The caller of a long poll asks again anyway.
    const mayRepeat = request.isRepeatable && request.waitSeconds === 0
    return mayRepeat ? policy.execute(() => send(request)) : send(request)
  }
}
