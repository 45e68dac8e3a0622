import type { ApiRequest } from './make-request.ts'
import type { RawAnswer } from './raw-answer.ts'
import type { Send } from './send.ts'

/** Where a person's access token comes from, and how to get a new one once the API says that it has expired. */
export interface Credentials {
  accessToken(): string | undefined
  /** The new access token; undefined if the session has ended. May be called concurrently for one token or several. */
  renew(ended: string): Promise<string | undefined>
}

/**
 * Sends with a person's token; once it has expired, renews it and sends once more. Without a token the call is
 * anonymous.
 */
export function withRefresh(send: Send, { accessToken, renew }: Credentials): Send {
  return async (request): Promise<RawAnswer> => {
    const token = accessToken()
    if (!token) return send(request)
    const first = await send(inNameOf(token, request))
    if (first.status !== 401) return first
    const renewed = await renew(token)
    return renewed ? send(inNameOf(renewed, request)) : first
  }
}

function inNameOf(token: string, request: ApiRequest): ApiRequest {
  return { ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } }
}
