import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { logout } from '@event-sphere/contract/auth'
import { getOrganization } from '@event-sphere/contract/organizations'
import { stkPush } from '@event-sphere/contract/payments'
import { getTicketQrPng } from '@event-sphere/contract/tickets'
import { expect, onTestFinished, test } from 'vitest'
import { call } from './call.ts'
import { callOrThrow, Refused } from './call-or-throw.ts'
import { anOrganization, aRefusal, aServer, type Told } from './cast.ts'
import { download } from './download.ts'
import { makeSend } from './send.ts'
import { Unreachable } from './unreachable.ts'

const params = { id: anOrganization.id }

async function callAgainst(told: Told) {
  const { baseUrl, heard } = await aServer(told)
  return { heard, answer: await call(makeSend({ baseUrl }), getOrganization, { params, token: 'key' }) }
}

test('a call returns the reply that its contract describes', async () => {
  const { heard, answer } = await callAgainst({ status: 200, body: anOrganization })
  expect(answer).toEqual({ ok: true, reply: anOrganization })
  expect(heard[0]).toMatchObject({
    call: `GET /api/organizations/${anOrganization.id}`,
    headers: { authorization: 'Bearer key' },
  })
})

test('fields that a newer API adds are passed on', async () => {
  const body = { ...anOrganization, motto: 'Harambee' }
  expect((await callAgainst({ status: 200, body })).answer).toEqual({ ok: true, reply: body })
})

test('an empty reply is accepted if the contract has none', async () => {
  const { baseUrl } = await aServer({ status: 204 })
  const answer = await call(makeSend({ baseUrl }), logout, { body: { refresh_token: 'r' } })
  expect(answer).toEqual({ ok: true, reply: undefined })
})

test('a refusal has its code and texts', async () => {
  const { answer } = await callAgainst(aRefusal(404, 'not_found'))
  expect(answer).toMatchObject({
    ok: false,
    problem: { status: 404, code: 'not_found', detail: 'In words.' },
  })
})

test.each<[string, Told, string]>([
  ['a venue’s sign-in page', { status: 200, body: '<h1>Welcome</h1>' }, 'in another shape'],
  ['a reply without a required field', { status: 200, body: { id: anOrganization.id } }, 'in another shape'],
  ['another success status', { status: 202, body: anOrganization }, 'answered 202 instead of 200'],
])('%s is not a valid answer, and the breach is described for the log', async (_, told, why) => {
  const { answer } = await callAgainst(told)
  expect(answer).toMatchObject({ ok: false, problem: { code: 'unavailable' } })
  expect(answer.ok || answer.breach).toContain(why)
})

test('a refusal that is not in the API’s format is not a valid answer', async () => {
  const { answer } = await callAgainst({ status: 403, body: { error: 'blocked by policy' } })
  expect(answer).toMatchObject({ ok: false, problem: { status: 403, code: 'unavailable' } })
})

test('an API that does not answer is reported as unavailable', async () => {
  const nobody = makeSend({ baseUrl: 'http://127.0.0.1:1/api' })
  expect(await call(nobody, getOrganization, { params })).toMatchObject({
    ok: false,
    problem: { status: 503, code: 'unavailable' },
  })
})

test('an aborted call ends with the reason', async () => {
  const { baseUrl } = await aServer({ status: 200, body: anOrganization })
  const signal = AbortSignal.abort(new Error('nobody waits'))
  await expect(call(makeSend({ baseUrl }), getOrganization, { params, signal })).rejects.toThrow(
    'nobody waits',
  )
})

test('a call times out if the answer takes too long', async () => {
  // It takes the connection and never answers: a quick answer could be there before the shortest timeout.
  const silent = createServer().listen(0, '127.0.0.1')
  await once(silent, 'listening')
  onTestFinished(() => void silent.close())
  const { port } = silent.address() as AddressInfo
  const send = makeSend({ baseUrl: `http://127.0.0.1:${port}/api`, timeoutMilliseconds: 20 })
  expect(await call(send, getOrganization, { params })).toMatchObject({ problem: { code: 'unavailable' } })
})

test('a call that waits for Safaricom gets the time that this takes', async () => {
  const { baseUrl } = await aServer(aRefusal(409, 'payment_in_progress'))
  const send = makeSend({ baseUrl, timeoutMilliseconds: 0 })
  const body = { purchaseId: 'purchase_1', phoneNumber: '0712345678' }
  expect(await call(send, stkPush, { body })).toMatchObject({ problem: { code: 'payment_in_progress' } })
})

test('a call that must succeed throws the refusal', async () => {
  const { baseUrl } = await aServer(aRefusal(409, 'code_taken'), { status: 200, body: '<h1>Not it</h1>' })
  const send = makeSend({ baseUrl })
  const refused = await callOrThrow(send, getOrganization, { params }).catch((fault: unknown) => fault)
  expect(refused).toBeInstanceOf(Refused)
  expect(refused).toMatchObject({ status: 409, code: 'code_taken' })
  expect(String(refused)).toContain('GET /organizations/{id}: 409 code_taken In words.')
  await expect(callOrThrow(send, getOrganization, { params })).rejects.toThrow('<h1>Not it</h1>')
  const nobody = makeSend({ baseUrl: 'http://127.0.0.1:1/api' })
  await expect(callOrThrow(nobody, getOrganization, { params })).rejects.toThrow(Unreachable)
})

test('an image is returned as bytes', async () => {
  const { baseUrl } = await aServer({ status: 200, body: 'a picture' }, aRefusal(404, 'not_found'))
  const send = makeSend({ baseUrl })
  const answer = await download(send, getTicketQrPng, { params: { id: 'ticket_1' } })
  expect(answer.ok && new TextDecoder().decode(answer.reply.bytes)).toBe('a picture')
  expect(await download(send, getTicketQrPng, { params: { id: 'ticket_2' } })).toMatchObject({
    problem: { code: 'not_found' },
  })
})

test('a call without its parameters does not compile', async () => {
  const { baseUrl, heard } = await aServer({ status: 200, body: anOrganization })
  // @ts-expect-error: the contract asks for an id.
  await call(makeSend({ baseUrl }), getOrganization, {})
  expect(heard).toHaveLength(1)
})
