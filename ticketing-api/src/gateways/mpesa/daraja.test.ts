import { setTimeout as pause } from 'node:timers/promises'
import { type Database, openDatabase, sql } from '@event-sphere/kit/database/database'
import { makeLog } from '@event-sphere/kit/log'
import { createTestDatabase } from '@event-sphere/kit/testing/test-database'
import Fastify, { type FastifyReply, type FastifyRequest } from 'fastify'
import { expect, onTestFinished, test } from 'vitest'
import { ticketingTemplate } from '../../cast/template.ts'
import { darajaGateway } from './daraja.ts'

const prompt = {
  phone: '254712345678',
  amountShillings: 1500,
  account: 'K7MP2QXR42',
  description: 'Event tickets, and more than fits',
  callbackUrl: 'https://tickets.example/api/payments/callbacks/0a1b',
}
const ids = { MerchantRequestID: '2654-4b64-97ff-b827b542881d3130', CheckoutRequestID: 'ws_CO_100720240915' }
const accepted = {
  ...ids,
  ResponseCode: '0',
  ResponseDescription: 'Success. Request accepted for processing',
}

type Wire = (request: FastifyRequest, reply: FastifyReply) => unknown
interface Script {
  push?: Wire
  query?: Wire
  oauth?: Wire
}

/** Something that speaks Daraja's wire: each new token ends the one before, and nothing answers without it. */
async function aDaraja(script: Script = {}) {
  const wire = Fastify({ logger: false, forceCloseConnections: true })
  const seen = {
    tokens: 0,
    pushes: [] as Record<string, string>[],
    queries: [] as Record<string, string>[],
    basic: '',
  }
  let token = ''
  wire.get('/oauth/v1/generate', async (request, reply) => {
    seen.tokens += 1
    seen.basic = String(request.headers.authorization)
    if (script.oauth) return script.oauth(request, reply)
    // Long enough for others to ask for one too.
    await pause(30)
    token = `token-${seen.tokens}`
    return { access_token: token, expires_in: '3599' }
  })
  const guarded =
    (answer: Wire): Wire =>
    (request, reply) => {
      if (request.headers.authorization === `Bearer ${token}`) return answer(request, reply)
      const errorMessage = 'Invalid Access Token'
      return reply.code(404).send({ requestId: '1', errorCode: '404.001.03', errorMessage })
    }
  const push = guarded((request, reply) => {
    seen.pushes.push(request.body as Record<string, string>)
    return script.push ? script.push(request, reply) : accepted
  })
  const query = guarded((request, reply) => {
    seen.queries.push(request.body as Record<string, string>)
    return script.query
      ? script.query(request, reply)
      : { ...ids, ResponseCode: '0', ResultCode: '0', ResultDesc: 'fine' }
  })
  wire.post('/mpesa/stkpush/v1/processrequest', async (request, reply) => push(request, reply))
  wire.post('/mpesa/stkpushquery/v1/query', async (request, reply) => query(request, reply))
  const baseUrl = await wire.listen({ host: '127.0.0.1', port: 0 })
  const database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '', ticketingTemplate)
  onTestFinished(async () => {
    await wire.close()
    await database.drop()
  })
  const settings = {
    baseUrl,
    shortcode: '174379',
    passkey: 'pass-key',
    consumerKey: 'key',
    consumerSecret: 'secret',
  }
  return { seen, wire, settings, databaseUrl: database.url, revoke: () => (token = 'ended by somebody else') }
}
type Daraja = Awaited<ReturnType<typeof aDaraja>>

/** A process of ours: its own gateway and its own connections. */
function aProcess({ settings, databaseUrl }: Daraja, log = makeLog({ box: 'test', level: 'silent' })) {
  const patience = { pushMilliseconds: 2000, queryMilliseconds: 2000 }
  const database: Database = openDatabase({ url: databaseUrl, schema: 'ticketing', onFault: () => {} })
  onTestFinished(() => database.close())
  return { ...darajaGateway({ settings, database, log, patience }), database }
}

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

test('one token serves every process and every call at once', async () => {
  const daraja = await aDaraja()
  const processes = [aProcess(daraja), aProcess(daraja), aProcess(daraja)]

  const answers = await Promise.all(
    processes.flatMap((one) => Array.from({ length: 5 }, () => one.requestPrompt(prompt))),
  )

  expect(answers.every(({ kind }) => kind === 'accepted')).toBe(true)
  expect(daraja.seen.tokens).toBe(1)
  await aProcess(daraja).queryPrompt(ids.CheckoutRequestID)
  expect(daraja.seen.tokens).toBe(1)
})

test('control: processes that keep a token each throw one another out', async () => {
  const daraja = await aDaraja()
  const other = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '', ticketingTemplate)
  onTestFinished(() => other.drop())
  const [one, two] = [aProcess(daraja), aProcess({ ...daraja, databaseUrl: other.url })]

  for (const each of [one, two, one, two]) await each.requestPrompt(prompt)

  expect(daraja.seen.tokens).toBe(4)
})

test('a token that somebody else has ended is renewed once, and the call made again', async () => {
  const daraja = await aDaraja()
  const processes = [aProcess(daraja), aProcess(daraja)]
  await aProcess(daraja).requestPrompt(prompt)
  daraja.revoke()

  const answers = await Promise.all(
    processes.flatMap((one) => [1, 2, 3].map(() => one.requestPrompt(prompt))),
  )

  expect(answers.every(({ kind }) => kind === 'accepted')).toBe(true)
  expect(daraja.seen.tokens).toBe(2)
  expect(daraja.seen.pushes).toHaveLength(7)
})

test('a token that is refused again is no endless loop', async () => {
  const daraja = await aDaraja({ oauth: async () => ({ access_token: 'never good', expires_in: 3599 }) })
  expect(await aProcess(daraja).requestPrompt(prompt)).toMatchObject({
    kind: 'refused',
    code: 'token',
    isBusy: true,
  })
  expect(daraja.seen.tokens).toBe(2)
})

test('an old token is not used to its last second', async () => {
  const daraja = await aDaraja()
  const one = aProcess(daraja)
  await one.requestPrompt(prompt)
  await sql`update mpesa_tokens set expires_at = clock_timestamp() + interval '59 seconds'`.execute(
    one.database.reader,
  )
  await one.requestPrompt(prompt)
  expect(daraja.seen.tokens).toBe(2)
})

test.each([
  ['wrong credentials, with an empty body', 400, '', false],
  ['a page of the firewall', 503, '<html>Incapsula incident</html>', true],
])('without a token nothing is asked: %s', async (_, status, body, isBusy) => {
  const daraja = await aDaraja({ oauth: (_request, reply) => reply.code(status).send(body) })
  expect(await aProcess(daraja).requestPrompt(prompt)).toMatchObject({
    kind: 'refused',
    code: 'unreachable',
    isBusy,
  })
  expect(daraja.seen.pushes).toEqual([])
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
