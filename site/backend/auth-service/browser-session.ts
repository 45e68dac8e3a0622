import type { Credentials } from '@event-sphere/api-client/refresh'
import type { Request, Response } from 'express'
import { readCookie, setCookie } from './cookies.ts'
import { isSecret } from './secret.ts'
import type { SeenTickets, SessionContent, Sessions, SignedInUser } from './sessions.ts'

const ninetyDays = 90 * 24 * 3600

/** The session of the requesting browser. */
export interface BrowserSession {
  /** `unknown` if the session store does not answer. */
  readonly state: 'signed_in' | 'signed_out' | 'unknown'
  readonly user: SignedInUser | undefined
  /** The last number that was used to pay. */
  readonly phone: string | undefined
  readonly seen: SeenTickets | undefined
  /** Signs in, always under a new cookie. */
  start(granted: Parameters<Sessions['start']>[0]): Promise<void>
  remember(news: { user?: SignedInUser; phone?: string }): Promise<void>
  /** Not essential to the page: a fault is logged, and the page is shown anyway. */
  keepSeen(seen: SeenTickets): Promise<void>
  end(): Promise<void>
}

interface Ends {
  request: Request
  response: Response
  sessions: Sessions
  isSecure: boolean
  onFault: (fault: unknown) => void
}

export async function makeBrowserSession(ends: Ends): Promise<BrowserSession & { credentials: Credentials }> {
  const { request, response, sessions, isSecure } = ends
  const found = await findContent(ends)
  let secret = found === 'unknown' ? undefined : found?.secret
  let content: SessionContent | undefined = found === 'unknown' ? undefined : found?.content

  const drop = () => {
    secret = content = undefined
    setCookie(response, isSecure, { name: 'sid', value: '', maxAgeSeconds: 0 })
  }
  if (found === undefined && readCookie(request, 'sid', isSecure)) drop()

  return {
    get state() {
      if (found === 'unknown') return 'unknown'
      return content ? 'signed_in' : 'signed_out'
    },
    get user() {
      return content?.user
    },
    async start(granted) {
      if (secret) await sessions.end(secret)
      secret = await sessions.start(granted)
      content = await sessions.find(secret)
      setCookie(response, isSecure, { name: 'sid', value: secret, maxAgeSeconds: ninetyDays })
    },
    get phone() {
      return content?.phone
    },
    get seen() {
      return content?.seen
    },
    async remember(news) {
      if (!secret || !content) return
      content = { ...content, ...news }
      await sessions.remember(secret, news)
    },
    async keepSeen(seen) {
      if (!secret || !content) return
      content = { ...content, seen }
      await sessions.remember(secret, { seen }).catch(ends.onFault)
    },
    async end() {
      const ended = secret
      drop()
      if (ended) await sessions.end(ended)
    },
    credentials: {
      accessToken: () => content?.accessToken,
      async renew(endedToken) {
        if (!secret) return undefined
        content = await sessions.renew(secret, endedToken)
        // An event stream has already sent its headers; the next page drops the cookie instead.
        if (!content && !response.headersSent) drop()
        return content?.accessToken
      },
    },
  }
}

async function findContent({ request, sessions, isSecure, onFault }: Ends) {
  const secret = readCookie(request, 'sid', isSecure)
  if (!secret || !isSecret(secret)) return undefined
  try {
    const content = await sessions.find(secret)
    return content && { secret, content }
  } catch (fault) {
    onFault(fault)
    return 'unknown' as const
  }
}
