import { setTimeout as pause } from 'node:timers/promises'
import { makeRequest } from '@event-sphere/api-client/make-request'
import { readAnswer } from '@event-sphere/api-client/read-answer'
import type { Send } from '@event-sphere/api-client/send'
import { Unreachable } from '@event-sphere/api-client/unreachable'
import { type login, logout, refresh } from '@event-sphere/contract/auth'
import type { WireReply } from '@event-sphere/contract/endpoint'
import type { Reader } from '@event-sphere/kit/database/database'
import { hashOf, newSecret, seal, unseal } from './secret.ts'
import {
  claimRenewal,
  deleteSession,
  findSealed,
  insertSession,
  releaseRenewal,
  replaceSealed,
} from './store.ts'

type ApiSession = WireReply<typeof login>
export type SignedInUser = ApiSession['user']

/** A person's tickets as last seen, for times when the Ticketing API does not answer. */
export interface SeenTickets {
  at: string
  tickets: { type: string; event: string; days: string[]; typedCode: string; ticketCode: string }[]
}

/** The content of a session; it can be opened only with the cookie. */
export interface SessionContent {
  user: SignedInUser
  accessToken: string
  refreshToken: string
  /** The last number that was used to pay, so that it need not be typed again. */
  phone?: string
  seen?: SeenTickets
}

/** The sessions of all browsers, found by the cookie's secret. The Ticketing API's tokens never reach the browser. */
export interface Sessions {
  start(granted: ApiSession): Promise<string>
  find(secret: string): Promise<SessionContent | undefined>
  /** Renews the tokens, once for all concurrent calls; undefined if the session has ended. */
  renew(secret: string, endedToken: string): Promise<SessionContent | undefined>
  remember(secret: string, news: Partial<Pick<SessionContent, 'user' | 'phone' | 'seen'>>): Promise<void>
  end(secret: string): Promise<void>
}

const renewalPatience = { tries: 150, pauseMilliseconds: 100 }

export function makeSessions({ database, send }: { database: Reader; send: Send }): Sessions {
  const renewals = new Map<string, Promise<SessionContent | undefined>>()
  const find = async (secret: string) => (await findSession(database, secret))?.content

  return {
    find,
    async start(granted) {
      const secret = newSecret()
      await insertSession(database, hashOf(secret), seal(secret, contentOf(granted)))
      return secret
    },
    renew(secret, endedToken) {
      const running = renewals.get(secret)
      if (running) return running
      const renewal = renewOnce({ database, send, secret, endedToken })
      renewals.set(secret, renewal)
      const forget = () => renewals.delete(secret)
      renewal.then(forget, forget)
      return renewal
    },
    async remember(secret, news) {
      await changeContent(database, secret, news)
    },
    async end(secret) {
      const content = await find(secret)
      await deleteSession(database, hashOf(secret))
      if (content) await tellApi(send, content.refreshToken)
    },
  }
}

interface Found {
  sealed: Buffer
  content: SessionContent
}

async function findSession(database: Reader, secret: string): Promise<Found | undefined> {
  const sealed = await findSealed(database, hashOf(secret))
  return sealed && { sealed, content: unseal(secret, sealed) as SessionContent }
}

/**
 * Adds news to the content as it is now. If another call changes it at the same time, both changes are kept: old tokens
 * that came back would end the session. @returns the new content; undefined if the session has ended
 */
async function changeContent(
  database: Reader,
  secret: string,
  news: Partial<SessionContent>,
): Promise<SessionContent | undefined> {
  for (;;) {
    const found = await findSession(database, secret)
    if (!found) return undefined
    const content = { ...found.content, ...news }
    const after = seal(secret, content)
    if (await replaceSealed(database, hashOf(secret), { before: found.sealed, after })) return content
  }
}

interface Renewal {
  database: Reader
  send: Send
  secret: string
  endedToken: string
}

async function renewOnce(renewal: Renewal): Promise<SessionContent | undefined> {
  const { database, secret, endedToken } = renewal
  for (let tried = 0; tried < renewalPatience.tries; tried += 1) {
    const found = await findSession(database, secret)
    if (found?.content.accessToken !== endedToken) return found?.content
    if (await claimRenewal(database, hashOf(secret), found.sealed)) return tradeTokens(renewal, found.content)
    await pause(renewalPatience.pauseMilliseconds)
  }
  throw new Unreachable('another process is renewing this session')
}

async function tradeTokens(renewal: Renewal, old: SessionContent): Promise<SessionContent | undefined> {
  const { database, send, secret } = renewal
  const idHash = hashOf(secret)
  try {
    const ask = { body: { refresh_token: old.refreshToken } }
    const answer = readAnswer(refresh, await send(makeRequest(refresh, ask)))
    // The answer is not the API's, or not in its format: that must not end a session.
    if (!answer.ok && answer.problem.code === 'unavailable') throw new Unreachable('no answer from the API')
    if (!answer.ok) {
      await deleteSession(database, idHash)
      return undefined
    }
    const content = await changeContent(database, secret, contentOf(answer.reply))
    await releaseRenewal(database, idHash)
    return content
  } catch (fault) {
    await releaseRenewal(database, idHash)
    throw fault
  }
}

/** The API revokes the tokens too; if it does not answer, they expire by themselves. */
async function tellApi(send: Send, refreshToken: string): Promise<void> {
  await send(makeRequest(logout, { body: { refresh_token: refreshToken } })).catch(() => undefined)
}

function contentOf(granted: ApiSession): SessionContent {
  return { user: granted.user, accessToken: granted.access_token, refreshToken: granted.refresh_token }
}
