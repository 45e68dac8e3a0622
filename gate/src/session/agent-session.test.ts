import { scanTicket } from '@event-sphere/contract/check-in'
import { expect, test } from 'vitest'
import {
  aRefusal,
  aScanReply,
  aSessionReply,
  aStorage,
  type HeardCall,
  startTinyApi,
  type TinyApi,
  type TinyReply,
} from '../api/cast.ts'
import { makeSendCall } from '../api/send-call.ts'
import { makeAgentSession } from './agent-session.ts'

const credentials = { email: 'agent@example.com', password: 'correct-horse' }
const body = { ticketCode: 'X', checkInLocation: 'Main Entrance' }
const forever = new AbortController().signal

const openSession = (api: TinyApi, storage = aStorage()) =>
  makeAgentSession({ send: makeSendCall(api.url), storage, language: () => 'en' })

const pathsOf = (api: TinyApi) => api.calls.map(({ path }) => path)

/** An API whose access tokens expire on `endAccess()` and whose refresh tokens work once, like the real one. */
function anApi({ refresh }: { refresh?: () => TinyReply | Promise<TinyReply> } = {}) {
  let round = 0
  let hasAccessEnded = false
  const renew = (call: HeardCall) => {
    const isCurrent = JSON.stringify(call.body).includes(`"refresh-${round}"`)
    if (!isCurrent) return aRefusal('unauthenticated', 'Your session has ended.')
    hasAccessEnded = false
    return aSessionReply(++round)
  }
  const answer = (call: HeardCall) => {
    if (call.path === '/auth/login') return aSessionReply(++round)
    if (call.path === '/auth/logout') return { status: 204 }
    if (call.path === '/auth/refresh') return refresh ? refresh() : renew(call)
    const isCurrent = call.headers.authorization === `Bearer access-${round}` && !hasAccessEnded
    return isCurrent ? aScanReply('admitted') : aRefusal('token_expired')
  }
  return { answer, endAccess: () => (hasAccessEnded = true) }
}

async function signedIn(needs?: Parameters<typeof anApi>[0]) {
  const { answer, endAccess } = anApi(needs)
  const api = await startTinyApi(answer)
  const storage = aStorage()
  const session = openSession(api, storage)
  await session.signIn(credentials)
  api.calls.length = 0
  return { api, session, storage, endAccess }
}

test('an agent signs in and stays signed in after a reload', async () => {
  const { api, session, storage } = await signedIn()
  expect(session.state()).toEqual({ agentName: 'Jepkosgei Ruto' })

  const reloaded = openSession(api, storage)
  expect(reloaded.state()).toEqual({ agentName: 'Jepkosgei Ruto' })
  expect(await reloaded.call(scanTicket, { body }, forever)).toMatchObject({ kind: 'answered' })
})

test('an attendee’s account is refused, and its session is ended', async () => {
  const api = await startTinyApi(({ path }) =>
    path === '/auth/login' ? aSessionReply(1, ['customer']) : { status: 204 },
  )
  const session = openSession(api)
  expect(await session.signIn(credentials)).toBe('not_staff')
  expect(session.state().agentName).toBeUndefined()
  await expect.poll(() => pathsOf(api)).toEqual(['/auth/login', '/auth/logout'])
})

test('a wrong password is reported in the gate’s own words, every other refusal in the API’s', async () => {
  const wrong = await startTinyApi(() => aRefusal('wrong_credentials', 'Ask for a sign-in link.'))
  expect(await openSession(wrong).signIn(credentials)).toBe('wrong_credentials')
  const many = await startTinyApi(() => aRefusal('rate_limited', 'Wait a while.'))
  expect(await openSession(many).signIn(credentials)).toEqual({ refused: 'Wait a while.' })
})

test('an expired access token is renewed and the call is repeated', async () => {
  const { api, session, endAccess } = await signedIn()
  endAccess()
  expect(await session.call(scanTicket, { body }, forever)).toMatchObject({ kind: 'answered' })
  expect(pathsOf(api)).toEqual(['/tickets/scan', '/auth/refresh', '/tickets/scan'])
})

test('fifty calls with an expired token make one refresh', async () => {
  const { api, session, endAccess } = await signedIn()
  endAccess()
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => session.call(scanTicket, { body }, forever)),
  )
  expect(new Set(answers.map(({ kind }) => kind))).toEqual(new Set(['answered']))
  expect(pathsOf(api).filter((path) => path === '/auth/refresh')).toHaveLength(1)
})

test('a refused refresh signs out, with the reason, and forgets the tokens', async () => {
  const { session, storage, endAccess } = await signedIn({
    refresh: () => aRefusal('unauthenticated', 'Your session has ended.'),
  })
  let changes = 0
  session.subscribe(() => changes++)
  endAccess()

  expect(await session.call(scanTicket, { body }, forever)).toMatchObject({ kind: 'refused' })
  expect(session.state()).toEqual({ agentName: undefined, endedBecause: 'Your session has ended.' })
  expect(storage.length).toBe(0)
  expect(changes).toBe(1)
})

test('a refresh without an answer keeps the agent signed in', async () => {
  const { session, endAccess } = await signedIn({ refresh: () => aRefusal('unavailable') })
  endAccess()
  expect(await session.call(scanTicket, { body }, forever)).toEqual({ kind: 'silent' })
  expect(session.state().agentName).toBe('Jepkosgei Ruto')
})

test('a scan that times out does not waste a refresh: the next scan uses its tokens', async () => {
  const held = Promise.withResolvers<TinyReply>()
  const { api, session, endAccess } = await signedIn({ refresh: () => held.promise })
  endAccess()
  const patience = new AbortController()
  const first = session.call(scanTicket, { body }, patience.signal)
  await expect.poll(() => pathsOf(api)).toContain('/auth/refresh')
  patience.abort()
  expect(await first).toEqual({ kind: 'silent' })

  const second = session.call(scanTicket, { body }, forever)
  held.resolve(aSessionReply(2))
  await second
  expect(pathsOf(api).filter((path) => path === '/auth/refresh')).toHaveLength(1)
  expect(api.calls.at(-1)?.headers.authorization).toBe('Bearer access-2')
})

test('an account that may no longer scan is signed out with the API’s words', async () => {
  const api = await startTinyApi(({ path }) =>
    path === '/auth/login' ? aSessionReply(1) : aRefusal('forbidden', 'You are no longer an agent.'),
  )
  const session = openSession(api)
  await session.signIn(credentials)
  await session.call(scanTicket, { body }, forever)
  expect(session.state()).toEqual({ agentName: undefined, endedBecause: 'You are no longer an agent.' })
})

test('signing out clears the tokens at once and tells the API', async () => {
  const { api, session, storage } = await signedIn()
  session.signOut()
  expect(session.state()).toEqual({ agentName: undefined })
  expect(storage.length).toBe(0)
  await expect.poll(() => api.calls[0]?.body).toEqual({ refresh_token: 'refresh-1' })
})

test('unrelated data in the storage is not taken for a session', async () => {
  const api = await startTinyApi(() => undefined)
  for (const kept of ['{', 'null', '{"agentName":"x"}', '[]']) {
    const storage = aStorage()
    storage.setItem('gate.session', kept)
    expect(openSession(api, storage).state().agentName).toBeUndefined()
  }
})
