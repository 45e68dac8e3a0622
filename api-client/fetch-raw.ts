import type { ApiRequest } from './make-request.ts'
import type { RawAnswer } from './raw-answer.ts'

export interface FetchOptions {
  /** The API's address with its `/api` and without a slash at the end: `https://tickets.example.com/api`. */
  baseUrl: string
  /** How long an answer may take, beyond what the API and whom it asks were allowed to take; left out, only `signal` ends it. */
  timeoutMilliseconds?: number
  /** What a browser's `fetch` should know besides. */
  init?: Pick<RequestInit, 'cache' | 'credentials' | 'redirect'>
}

/** Sends once and brings back whatever is answered. @throws what `fetch` throws when nothing is. */
export async function fetchRaw(request: ApiRequest, options: FetchOptions): Promise<RawAnswer> {
  const { method, path, headers, body } = request
  const signal = signalOf(request, options)
  const response = await fetch(`${options.baseUrl}${path}`, {
    ...options.init,
    method,
    headers,
    ...(body !== undefined && { body }),
    ...(signal && { signal }),
  })
  const bytes = new Uint8Array(await response.arrayBuffer())
  return { status: response.status, headers: response.headers, bytes }
}

function signalOf(
  { signal, waitSeconds, outsideSeconds }: ApiRequest,
  { timeoutMilliseconds }: FetchOptions,
) {
  if (timeoutMilliseconds === undefined) return signal
  const timeout = AbortSignal.timeout(timeoutMilliseconds + (waitSeconds + outsideSeconds) * 1000)
  return signal ? AbortSignal.any([timeout, signal]) : timeout
}
