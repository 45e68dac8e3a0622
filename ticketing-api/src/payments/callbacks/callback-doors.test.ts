import { request } from 'node:http'
import { sql } from '@event-sphere/kit/database/database'
import { newUuid } from '@event-sphere/kit/ids'
import Fastify from 'fastify'
import { expect, onTestFinished, test } from 'vitest'
import { hashSecret } from '../../hash-secret.ts'
import { serveRoutes } from '../../http/serve-routes.ts'
import { aPromptedPurchase, aSale, promptedPurchases, verdicts } from '../cast.ts'
import { callbackRoutes } from './callback-routes.ts'
import { forgetOldCallbacks } from './forget-old-callbacks.ts'
import { registerCallbackParser } from './register-callback-parser.ts'

const accepted = { ResultCode: 0, ResultDesc: 'Accepted' }

/** The doors alone, on a port of their own. */
async function theDoors() {
  const { api, summit } = await aSale()
  const buyer = await aPromptedPurchase(api, summit)
  const doors = Fastify({ logger: false })
  registerCallbackParser(doors)
  serveRoutes(doors, api.ctx, callbackRoutes)
  const url = await doors.listen({ host: '127.0.0.1', port: 0 })
  onTestFinished(() => doors.close())
  const path = new URL(api.mpesa.promptOf(buyer.purchase).callbackUrl).pathname.replace('/api', '')
  return { api, buyer, url, door: `${url}${path}` }
}

const post = async (
  url: string,
  body: string | Uint8Array<ArrayBuffer> | undefined,
  headers: Record<string, string> = {},
) => {
  const response = await fetch(url, { method: 'POST', ...(body !== undefined && { body }), headers })
  return { status: response.status, body: await response.json() }
}

const callbacks: readonly [
  what: string,
  body: string | Uint8Array<ArrayBuffer> | undefined,
  headers: Record<string, string>,
][] = [
  ['no body', undefined, {}],
  ['an empty one', '', { 'content-type': 'application/json' }],
  ['JSON that is none', '{"Body":', { 'content-type': 'application/json' }],
  ['a form', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }],
  ['a type that is none', 'text', { 'content-type': 'nonsense' }],
  ['bytes that are no text', new Uint8Array([0, 255, 254, 0]), { 'content-type': 'image/png' }],
  ['a token of somebody', '{}', { authorization: 'Bearer es_live_stolen' }],
  ['a megabyte', 'x'.repeat(1024 * 1024), { 'content-type': 'text/plain' }],
]

test('whatever comes is kept, up to 64 kB of it, and answered like everything else', async () => {
  const { api, door } = await theDoors()
  for (const [what, body, headers] of callbacks)
    expect(await post(door, body, headers), what).toEqual({ status: 200, body: accepted })
  const { rows } = await sql<{ longest: number }>`
    select max(octet_length(body)) as longest from callbacks`.execute(api.ctx.database.reader)
  expect(rows[0]?.longest).toBe(64 * 1024)
  await api.runJobs()
  expect(await verdicts(api)).toEqual(callbacks.map(() => 'unreadable'))
})

test('an address that no prompt has is answered the same, and kept nowhere', async () => {
  const { api, url } = await theDoors()
  for (const token of ['0'.repeat(64), 'x', "'; drop table callbacks"])
    expect(await post(`${url}/payments/callbacks/${encodeURIComponent(token)}`, '{}')).toEqual({
      status: 200,
      body: accepted,
    })
  expect(await verdicts(api)).toEqual([])
})

test('the plan’s address answers and believes nothing', async () => {
  const { api, url, buyer } = await theDoors()
  expect(await post(`${url}/payments/mpesa/callback`, '{"Body":{}}')).toEqual({ status: 200, body: accepted })
  expect(await verdicts(api)).toEqual([])
  expect(buyer.payment.status).toBe('pending')
})

test('one address takes no more than Safaricom could ever send', async () => {
  const { api, door } = await theDoors()
  for (let at = 0; at < 60; at += 1) expect((await post(door, '{}')).status).toBe(200)
  expect(await verdicts(api)).toHaveLength(50)
})

test('nor do a hundred at once get more past the count', async () => {
  const { api, door } = await theDoors()
  const answers = await Promise.all(Array.from({ length: 100 }, () => post(door, '{}')))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  expect(await verdicts(api)).toHaveLength(50)
}, 60_000)

test('callbacks that come at the same time are kept in one transaction, each with its job', async () => {
  const { api, summit } = await aSale()
  const buyers = await promptedPurchases(api, summit, 5)
  const tokens = buyers.map(
    ({ purchase }) => api.mpesa.promptOf(purchase).callbackUrl.split('/').at(-1) ?? '',
  )
  const { transaction } = api.ctx.database
  let begun = 0
  api.ctx.database.transaction = (story) => {
    begun += 1
    return transaction(story)
  }
  const callbackTo = (token: string) => ({
    id: newUuid(),
    tokenHash: hashSecret(token),
    body: '{}',
    shortcode: undefined,
    source: '127.0.0.1',
  })

  const kept = await Promise.all([...tokens, ...tokens, 'nobody'].map(callbackTo).map(api.ctx.keepCallback))

  expect(kept).toEqual([...tokens, ...tokens].map(() => true).concat(false))
  expect(begun).toBe(1)
  await api.runJobs()
  expect(await verdicts(api)).toEqual(Array(10).fill('unreadable'))
})

test('callbacks are kept for ninety days after they came', async () => {
  const { api, door } = await theDoors()
  await post(door, '{}')
  await api.runJobs()
  await api.moveTo('2026-09-28T00:00:00Z')
  await forgetOldCallbacks(api.ctx)
  expect(await verdicts(api)).toHaveLength(1)
  await api.moveTo('2026-09-30T00:00:00Z')
  await forgetOldCallbacks(api.ctx)
  expect(await verdicts(api)).toEqual([])
})

test('a callback that breaks off halfway breaks nothing', async () => {
  const { api, door } = await theDoors()
  await new Promise<void>((resolve) => {
    const half = request(door, { method: 'POST', headers: { 'content-length': '1000' } })
    half.on('error', () => resolve())
    half.write('{"Body":', () => half.destroy(new Error('gone')))
  })
  expect((await post(door, '{}')).status).toBe(200)
  expect(await verdicts(api)).toHaveLength(1)
})
