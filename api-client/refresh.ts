import type { ApiRequest } from './make-request.ts'
import type { RawAnswer } from './raw-answer.ts'
import type { Send } from './send.ts'

/** Where a person's access token comes from, and how a new one is had when the API says that it has ended. */
export interface Credentials {
  accessToken(): string | undefined
  /** The new access token; undefined if the session is over. Asked for one token at a time, or several: it decides. */
  renew(ended: string): Promise<string | undefined>
}

/** Sends in a person's name; once their token has ended, renews it and sends once more. Without one, nobody calls. */
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
