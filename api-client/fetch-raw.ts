import type { ApiRequest } from './make-request.ts'
import type { RawAnswer } from './raw-answer.ts'

export interface FetchOptions {
  /** The API's address with `/api` and without a trailing slash: `https://tickets.example.com/api`. */
  baseUrl: string
  /**
   * How long an answer may take, beyond the time that the API and Safaricom may take. If omitted, only `signal` ends
   * the call.
   */
  timeoutMilliseconds?: number
  /** Further options of a browser's `fetch`. */
  init?: Pick<RequestInit, 'cache' | 'credentials' | 'redirect'>
}

/** Sends the request once and returns the answer, whatever it is. @throws what `fetch` throws if there is none. */
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
