import type { AnyEndpoint, AskFor } from '@event-sphere/api-client/ask'
import { callOrThrow } from '@event-sphere/api-client/call-or-throw'
import { makeSend } from '@event-sphere/api-client/send'
import type { WireReply } from '@event-sphere/contract/endpoint'

/** Makes one call to the API at that origin that must succeed, however long it takes. @throws Refused, Unreachable */
export function post<E extends AnyEndpoint>(
  origin: string,
  endpoint: E,
  ask: AskFor<E>,
): Promise<WireReply<E>> {
  return callOrThrow(makeSend({ baseUrl: `${origin}/api` }), endpoint, ask)
}
