import { login, logout, refresh } from '@event-sphere/contract/auth'
import type { Endpoint, WireBody, WireReply } from '@event-sphere/contract/endpoint'
import type { Problem } from '@event-sphere/contract/problem'
import type { Answer, Asked, SendCall } from '../api/send-call.ts'
import { type KeptSession, keep, readKept, sessionOf } from './kept-session.ts'

/** `endedBecause` is the API's own text, or undefined if the agent signed out. */
export type SessionState = { agentName: string } | { agentName: undefined; endedBecause?: string }
export type SignInAnswer = 'signed_in' | 'not_staff' | 'wrong_credentials' | 'silent' | { refused: string }

export interface AgentSession {
  state(): SessionState
  subscribe(onChange: () => void): () => void
  signIn(credentials: WireBody<typeof login>): Promise<SignInAnswer>
  signOut(): void
  /** Makes a call with the agent's token; an expired one is renewed, a refused one signs out. */
  call<E extends Endpoint>(endpoint: E, asked: Asked<E>, signal: AbortSignal): Promise<Answer<WireReply<E>>>
}

interface Needs {
  send: SendCall
  storage: Storage
  language: () => string
}

const silent = { kind: 'silent' } as const

export function makeAgentSession({ send, storage, language }: Needs): AgentSession {
  let kept = readKept(storage)
  let state: SessionState = { agentName: kept?.agentName }
  let renewing: Promise<'renewed' | 'ended' | 'silent'> | undefined
  const listeners = new Set<() => void>()

  function become(session: KeptSession | undefined, endedBecause?: string) {
    kept = session
    state = session
      ? { agentName: session.agentName }
      : { agentName: undefined, ...(endedBecause !== undefined && { endedBecause }) }
    keep(storage, session)
    for (const onChange of listeners) onChange()
  }

  async function askForNewTokens(used: KeptSession) {
    // Not limited by the timeout of one scan: a refresh token works once, and a lost answer would leave the agent with
    // a used one.
    const answer = await send(refresh, { body: { refresh_token: used.refreshToken }, language: language() })
    if (answer.kind === 'silent') return 'silent'
    if (kept !== used) return kept ? 'renewed' : 'ended'
    if (answer.kind === 'answered') become(sessionOf(answer.reply))
    else if (answer.problem.status === 429) return 'silent'
    else become(undefined, answer.problem.detail)
    return answer.kind === 'answered' ? 'renewed' : 'ended'
  }

  function renew(used: KeptSession) {
    if (kept !== used) return Promise.resolve(kept ? 'renewed' : 'ended')
    renewing ??= askForNewTokens(used).finally(() => {
      renewing = undefined
    })
    return renewing
  }

  async function call<E extends Endpoint>(endpoint: E, asked: Asked<E>, signal: AbortSignal) {
    const used = kept
    const say = (session = kept) =>
      send(endpoint, { ...asked, language: language(), accessToken: session?.accessToken, signal })
    const first = await say(used)
    if (!isRefusedWith(first, 401) || !used) return endIfForbidden(first)
    const renewal = await Promise.race([renew(used), whenAborted(signal)])
    return renewal === 'renewed' ? endIfForbidden(await say()) : renewal === 'ended' ? first : silent
  }

  function endIfForbidden<Reply>(answer: Answer<Reply>): Answer<Reply> {
    if (isRefusedWith(answer, 403) || isRefusedWith(answer, 401)) become(undefined, answer.problem.detail)
    return answer
  }

  async function signIn(credentials: WireBody<typeof login>): Promise<SignInAnswer> {
    const answer = await send(login, { body: credentials, language: language() })
    if (answer.kind === 'silent') return 'silent'
    if (answer.kind === 'refused') return refusalOf(answer.problem)
    const { roles } = answer.reply.user
    if (roles.includes('agent') || roles.includes('admin')) become(sessionOf(answer.reply))
    else tellLogout(answer.reply.refresh_token)
    return kept ? 'signed_in' : 'not_staff'
  }

  function tellLogout(refreshToken: string) {
    // The device forgets the tokens at once, whether or not the API can be reached.
    void send(logout, { body: { refresh_token: refreshToken }, language: language() })
  }

  return {
    state: () => state,
    subscribe(onChange) {
      listeners.add(onChange)
      return () => listeners.delete(onChange)
    },
    signIn,
    signOut() {
      if (kept) tellLogout(kept.refreshToken)
      become(undefined)
    },
    call,
  }
}

/** The gate has its own text where the API suggests a sign-in link: the gate offers none. */
function refusalOf({ code, detail }: Problem): SignInAnswer {
  return code === 'wrong_credentials' ? code : { refused: detail }
}

function isRefusedWith<Reply>(
  answer: Answer<Reply>,
  status: number,
): answer is Extract<Answer<Reply>, { kind: 'refused' }> {
  return answer.kind === 'refused' && answer.problem.status === status
}

function whenAborted(signal: AbortSignal): Promise<'silent'> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve('silent')
    signal.addEventListener('abort', () => resolve('silent'), { once: true })
  })
}
