import type { AnyEndpoint, Ask, AskFor } from '@event-sphere/api-client/ask'
import { callUntyped } from '@event-sphere/api-client/call'
import { download } from '@event-sphere/api-client/download'
import type { RawAnswer } from '@event-sphere/api-client/raw-answer'
import type { Answer } from '@event-sphere/api-client/read-answer'
import { type Credentials, withRefresh } from '@event-sphere/api-client/refresh'
import type { Send } from '@event-sphere/api-client/send'
import type { ActorKind, WireReply } from '@event-sphere/contract/endpoint'

/** On whose behalf a call is made. */
type Caller = 'public' | 'user' | 'organization'
/** The site sets the credentials, not the screen. */
type From<Asked> = Omit<Asked, 'token' | 'language' | 'headers'> & { as?: Caller }
export type SiteAsk<E> = From<AskFor<E>>

/** The typed client of the Ticketing API for one request. */
export interface Ticketing {
  call<E extends AnyEndpoint>(endpoint: E, ask: SiteAsk<E>): Promise<Answer<WireReply<E>>>
  /** For replies that are not JSON. */
  download(endpoint: AnyEndpoint, ask: From<Ask>): Promise<Answer<RawAnswer>>
}

export interface Speaker {
  send: Send
  user: Credentials
  organizationToken: string
  language: string
  requestId: string
  /** The visitor on whose behalf the site calls; the API trusts this only from our own servers. */
  visitor?: { network: string | undefined; browser: string | undefined }
  /** Called for a success that breaks the contract; it is treated as unavailable. */
  onBreach?: (breach: Error) => void
}

export function makeTicketing(speaker: Speaker): Ticketing {
  const { send, organizationToken, language } = speaker
  const asUser = withRefresh(send, speaker.user)
  const headers = headersOf(speaker)
  const ways = (endpoint: AnyEndpoint, as = defaultCaller(endpoint.actor)) => ({
    send: as === 'user' ? asUser : send,
    said: { language, headers, ...(as === 'organization' && { token: organizationToken }) },
  })
  return {
    async call<E extends AnyEndpoint>(endpoint: E, { as, ...ask }: SiteAsk<E>) {
      const way = ways(endpoint, as)
      const answer = await callUntyped(way.send, endpoint, { ...ask, ...way.said })
      if (!answer.ok && answer.breach) speaker.onBreach?.(new Error(answer.breach))
      return answer
    },
    download(endpoint, { as, ...ask }) {
      const way = ways(endpoint, as)
      return download(way.send, endpoint, { ...ask, ...way.said })
    },
  }
}

/** The default: anonymous if the call is public, otherwise the person at the browser. */
function defaultCaller(actor: readonly ActorKind[]): Caller {
  if (actor.includes('public')) return 'public'
  return actor.includes('customer') ? 'user' : 'organization'
}

function headersOf({
  requestId,
  visitor: { network, browser } = { network: undefined, browser: undefined },
}: Speaker) {
  return {
    'x-request-id': requestId,
    ...(network && { 'x-forwarded-for': network }),
    ...(browser && { 'x-visitor-browser': browser }),
  }
}
