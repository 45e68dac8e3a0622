import { login, logout } from '@event-sphere/contract/auth'
import { scanTicket } from '@event-sphere/contract/check-in'
import { expect, test } from 'vitest'
import { aRefusal, aScanReply, aSessionReply, startTinyApi, type TinyReply } from './cast.ts'
import { makeSendCall } from './send-call.ts'

const body = { ticketCode: 'X', checkInLocation: 'Main Entrance' }

async function scanAgainst(reply: TinyReply) {
  const api = await startTinyApi(() => reply)
  const answer = await makeSendCall(api.url)(scanTicket, { body, language: 'sw', accessToken: 'abc' })
  return { api, answer }
}

test('a call goes to the contract’s path with the agent’s token and language', async () => {
  const { api, answer } = await scanAgainst(aScanReply('admitted'))
  expect(answer).toMatchObject({ kind: 'answered', reply: { result: 'admitted' } })
  expect(api.calls[0]).toMatchObject({
    path: '/tickets/scan',
    body,
    headers: { 'accept-language': 'sw', authorization: 'Bearer abc' },
  })
})

test('a refusal has its texts', async () => {
  const { answer } = await scanAgainst(aRefusal('unknown_ticket', 'Haijulikani.'))
  expect(answer).toMatchObject({
    kind: 'refused',
    problem: { code: 'unknown_ticket', detail: 'Haijulikani.' },
  })
})

test('an answer without a body is accepted', async () => {
  const api = await startTinyApi(() => ({ status: 204 }))
  const answer = await makeSendCall(api.url)(logout, { body: { refresh_token: 'r' }, language: 'en' })
  expect(answer).toEqual({ kind: 'answered', reply: undefined })
})

test('without a token no header is sent', async () => {
  const api = await startTinyApi(() => aSessionReply(1))
  await makeSendCall(api.url)(login, { body: { email: 'a@b.co', password: 'x' }, language: 'en' })
  expect(api.calls[0]?.headers.authorization).toBeUndefined()
})

test.each<[string, TinyReply]>([
  ['a venue’s own sign-in page', { html: '<h1>Welcome to our WiFi</h1>' }],
  ['unrelated JSON', { status: 200, body: { result: 'admitted' } }],
  ['a result that this gate does not know', aScanReply('waved_through')],
  ['a fault', aRefusal('fault')],
  ['a proxy without its API', { status: 502, body: { message: 'Bad Gateway' } }],
  ['a refusal that is not the API’s', { status: 403, body: { error: 'blocked by policy' } }],
])('%s counts as no answer, never as a verdict', async (_, reply) => {
  const { answer } = await scanAgainst(reply)
  expect(answer).toEqual({ kind: 'silent' })
})

test('an unreachable address counts as no answer', async () => {
  const send = makeSendCall('http://127.0.0.1:1/api')
  expect(await send(scanTicket, { body, language: 'en' })).toEqual({ kind: 'silent' })
})

test('an answer after the time limit counts as no answer', async () => {
  const api = await startTinyApi(() => undefined)
  const patience = new AbortController()
  const answer = makeSendCall(api.url)(scanTicket, { body, language: 'en', signal: patience.signal })
  await expect.poll(() => api.calls.length).toBe(1)
  patience.abort()
  expect(await answer).toEqual({ kind: 'silent' })
})
