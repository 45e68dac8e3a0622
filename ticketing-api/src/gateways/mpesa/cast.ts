import { setTimeout as pause } from 'node:timers/promises'
import { type Database, openDatabase } from '@event-sphere/kit/database/database'
import { makeLog } from '@event-sphere/kit/log'
import { createTestDatabase } from '@event-sphere/kit/testing/test-database'
import Fastify, { type FastifyReply, type FastifyRequest } from 'fastify'
import { onTestFinished } from 'vitest'
import { ticketingTemplate } from '../../cast/template.ts'
import { darajaGateway } from './daraja.ts'

export const prompt = {
  phone: '254712345678',
  amountShillings: 1500,
  account: 'K7MP2QXR42',
  description: 'Event tickets, and more than fits',
  callbackUrl: 'https://tickets.example/api/payments/callbacks/0a1b',
}
export const ids = {
  MerchantRequestID: '2654-4b64-97ff-b827b542881d3130',
  CheckoutRequestID: 'ws_CO_100720240915',
}
export const accepted = {
  ...ids,
  ResponseCode: '0',
  ResponseDescription: 'Success. Request accepted for processing',
}

export type Wire = (request: FastifyRequest, reply: FastifyReply) => unknown
export interface Script {
  push?: Wire
  query?: Wire
  oauth?: Wire
}

/** Something that speaks Daraja's wire: each new token ends the one before, and nothing answers without it. */
export async function aDaraja(script: Script = {}) {
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
export type Daraja = Awaited<ReturnType<typeof aDaraja>>

/** A process of ours: its own gateway and its own connections. */
export function aProcess({ settings, databaseUrl }: Daraja, log = makeLog({ box: 'test', level: 'silent' })) {
  const patience = { pushMilliseconds: 2000, queryMilliseconds: 2000 }
  const database: Database = openDatabase({ url: databaseUrl, schema: 'ticketing', onFault: () => {} })
  onTestFinished(() => database.close())
  return { ...darajaGateway({ settings, database, log, patience }), database }
}
