import { makeLog } from '@event-sphere/kit/log'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { expect, test } from 'vitest'
import { accepted, aDaraja, aProcess, ids, prompt, type Wire } from './cast.ts'

test('a push says what Daraja asks for, in its fields, lengths and time', async () => {
  const daraja = await aDaraja()
  const answer = await aProcess(daraja).requestPrompt(prompt)

  const { MerchantRequestID: merchantRequestId, CheckoutRequestID: checkoutRequestId } = ids
  expect(answer).toEqual({ kind: 'accepted', merchantRequestId, checkoutRequestId })
  const [sent = {}] = daraja.seen.pushes
  const { Timestamp = '', Password = '', ...rest } = sent
  expect(rest).toEqual({
    BusinessShortCode: '174379',
    TransactionType: 'CustomerPayBillOnline',
    Amount: '1500',
    PartyA: '254712345678',
    PartyB: '174379',
    PhoneNumber: '254712345678',
    CallBackURL: prompt.callbackUrl,
    AccountReference: 'K7MP2QXR42',
    TransactionDesc: 'Event tickets',
  })
  expect(Timestamp).toMatch(/^20\d{12}$/)
  expect(Buffer.from(Password, 'base64').toString()).toBe(`174379pass-key${Timestamp}`)
  expect(daraja.seen.basic).toBe(`Basic ${Buffer.from('key:secret').toString('base64')}`)
})

test('where nobody listens nothing was sent, and the buyer may try again', async () => {
  const daraja = await aDaraja()
  const one = aProcess(daraja)
  await one.requestPrompt(prompt)
  await daraja.wire.close()
  expect(await one.requestPrompt(prompt)).toMatchObject({
    kind: 'refused',
    code: 'unreachable',
    isBusy: true,
  })
  expect(await one.queryPrompt(ids.CheckoutRequestID)).toMatchObject({ kind: 'no_answer' })
})

function breakOff(request: FastifyRequest, reply: FastifyReply): void {
  reply.hijack()
  request.raw.socket.destroy()
}

test.each<[string, Wire]>([
  ['a connection that breaks', breakOff],
  ['a page of the firewall', (_, reply) => reply.code(503).type('text/html').send('<html>Incapsula</html>')],
  ['half an answer', (_, reply) => reply.type('application/json').send('{"MerchantRequestID":"265')],
  ['an answer that goes on and on', () => ({ ...accepted, ResponseDescription: 'x'.repeat(100_000) })],
  ['an error without words in 200', () => ({ requestId: '1', errorCode: '500.001.1001', errorMessage: '' })],
])('a push is sent once, whatever comes back: %s', async (_, push) => {
  const daraja = await aDaraja({ push })
  expect(await aProcess(daraja).requestPrompt(prompt)).toMatchObject({ kind: 'unknown' })
  expect(daraja.seen.pushes).toHaveLength(1)
})

test('silence comes to an end and is not an answer', async () => {
  const daraja = await aDaraja({
    push: (_, reply) => void reply.hijack(),
    query: (_, reply) => void reply.hijack(),
  })
  const one = aProcess(daraja)
  const [answer, asked] = await Promise.all([
    one.requestPrompt(prompt),
    one.queryPrompt(ids.CheckoutRequestID),
  ])
  expect(answer).toMatchObject({ kind: 'unknown' })
  expect(asked).toMatchObject({ kind: 'no_answer' })
  expect([daraja.seen.pushes.length, daraja.seen.queries.length]).toEqual([1, 1])
})

test('a query tells the result of the prompt that was asked about', async () => {
  const daraja = await aDaraja()
  const one = aProcess(daraja)
  const result = { kind: 'result', resultCode: '0', resultText: 'fine' }
  expect(await one.queryPrompt(ids.CheckoutRequestID)).toEqual(result)
  expect(await one.queryPrompt('ws_CO_another')).toMatchObject({ kind: 'no_answer' })
  expect(daraja.seen.queries[0]).toMatchObject({
    BusinessShortCode: '174379',
    CheckoutRequestID: ids.CheckoutRequestID,
  })
})

test('an account that does not fit is never cut short', async () => {
  const daraja = await aDaraja()
  await expect(aProcess(daraja).requestPrompt({ ...prompt, account: 'A'.repeat(13) })).rejects.toThrow(
    RangeError,
  )
  expect(daraja.seen.pushes).toEqual([])
})

test('the log names no number, token, secret or address', async () => {
  const lines: string[] = []
  const daraja = await aDaraja()
  const log = makeLog({ box: 'test', level: 'silent' })
  for (const level of ['debug', 'info', 'warn', 'error'] as const)
    log[level] = (...said: unknown[]) => void lines.push(JSON.stringify(said))
  const one = aProcess(daraja, log)
  await one.requestPrompt(prompt)
  await one.queryPrompt(ids.CheckoutRequestID)
  const text = lines.join('\n')
  expect(text).toContain('25471••••678')
  for (const secret of ['712345678', 'token-1', 'secret', 'pass-key', '0a1b', ids.CheckoutRequestID])
    expect(text).not.toContain(secret)
})
