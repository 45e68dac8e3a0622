import { randomUUID } from 'node:crypto'
import * as auth from '@event-sphere/contract/auth'
import { listMyPurchases, placePurchase } from '@event-sphere/contract/purchases'
import { type UserId, userId } from '@event-sphere/contract/values/ids'
import { sql } from '@event-sphere/kit/database/database'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { password } from '../cast/staff.ts'
import { startApi, type TestApi } from '../cast/start-api.ts'
import { theSummit } from '../cast/summit.ts'
import type { Context } from '../context.ts'
import { mailRegisteredAgain } from './mail-registered-again.ts'
import { sendLinkMail } from './send-link-mail.ts'

const email = 'wanjiku@example.com'
const askId = randomUUID()
const register = (api: TestApi, body: object = { email }) => api.call(auth.register, { body })
const redeem = (api: TestApi, token: string) => api.call(auth.redeemEmailLink, { body: { token } })

async function aLink(api: TestApi): Promise<string> {
  await api.call(auth.requestEmailLink, { body: { email } })
  await api.runJobs()
  return tokenIn(api)
}

function tokenIn(api: TestApi): string {
  const text = api.mails.findLast((mail) => mail.text.includes('/sign-in/link/'))?.text ?? ''
  return /\/sign-in\/link\/([0-9a-f]{64})\n/.exec(text)?.[1] ?? ''
}

test('a link comes by mail and signs in once', async () => {
  const api = await startApi()
  const { user } = (await register(api)).body
  const token = await aLink(api)

  const { status, body } = await redeem(api, token)

  expect(status).toBe(200)
  expect(body.user).toEqual(user)
  expect((await api.call(auth.getMe, { as: body.access_token })).status).toBe(200)
  expect(await redeem(api, token)).toMatchObject({ status: 410, body: { code: 'link_used' } })
})

test('of two who use one link at once, one is let in', async () => {
  const api = await startApi()
  await register(api)
  const token = await aLink(api)
  const answers = await Promise.all([redeem(api, token), redeem(api, token), redeem(api, token)])
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 410, 410])
})

test('a link lasts ten minutes', async () => {
  const api = await startApi({ now: '2026-07-01T09:00:00Z' })
  await register(api)
  const early = await aLink(api)
  await api.moveTo('2026-07-01T09:02:00Z')
  const late = await aLink(api)

  await api.moveTo('2026-07-01T09:09:30Z')
  expect((await redeem(api, early)).status).toBe(200)
  await api.moveTo('2026-07-01T09:12:30Z')
  expect(await redeem(api, late)).toMatchObject({ status: 410, body: { code: 'link_used' } })
})

test('unknown and malformed links are refused', async () => {
  const api = await startApi()
  expect((await redeem(api, '0'.repeat(64))).status).toBe(410)
  expect((await redeem(api, 'short')).status).toBe(400)
  expect((await redeem(api, 'x'.repeat(201))).status).toBe(400)
  expect((await api.call(auth.requestEmailLink, { body: { email: 'nobody' } })).status).toBe(400)
})

test('an unknown address gets the same answer, and no mail', async () => {
  const api = await startApi()
  await register(api)

  const known = await api.call(auth.requestEmailLink, { body: { email } })
  const unknown = await api.call(auth.requestEmailLink, { body: { email: 'nobody@example.com' } })
  await api.runJobs()

  expect(known).toMatchObject({ status: 202, text: '{"sent":true}' })
  expect(unknown).toMatchObject({ status: 202, text: known.text })
  expect(api.mails.map((mail) => mail.to)).toEqual([email])
})

test('the fourth link that one network asks for is refused for a while, for known and unknown addresses alike', async () => {
  const api = await startApi()
  await register(api)
  for (const address of [email, 'nobody@example.com']) {
    const body = { email: address }
    for (let asked = 0; asked < 3; asked += 1)
      expect((await api.call(auth.requestEmailLink, { body })).status).toBe(202)
    const refused = await api.call(auth.requestEmailLink, { body })
    expect(refused).toMatchObject({ status: 429, body: { code: 'rate_limited' } })
    expect(refused.body).toHaveProperty('retryAt')
  }
})

test('a mailbox gets one mail while its link is fresh, and the next as soon as it was used', async () => {
  const api = await startApi()
  await register(api)
  const ask = (network: string) =>
    api.call(auth.requestEmailLink, { body: { email }, headers: { 'x-forwarded-for': network } })

  await Promise.all(Array.from({ length: 300 }, (_, asked) => ask(`41.90.64.${asked % 100}`)))
  await api.runJobs()
  expect(api.mails).toHaveLength(1)

  expect((await ask('197.248.1.1')).status).toBe(202)
  expect((await redeem(api, tokenIn(api))).status).toBe(200)
  await ask('197.248.1.1')
  await api.runJobs()
  expect(api.mails).toHaveLength(2)
  expect((await redeem(api, tokenIn(api))).status).toBe(200)
}, 90_000)

test('the mail speaks the language asked for and carries the link as text and as a button', async () => {
  const api = await startApi()
  await register(api)
  await api.call(auth.requestEmailLink, { body: { email }, locale: 'sw-KE,sw;q=0.9,en;q=0.5' })
  await api.runJobs()
  await api.moveTo('2026-07-01T09:02:00Z')
  await api.call(auth.requestEmailLink, { body: { email, locale: 'en' }, locale: 'sw' })
  await api.runJobs()

  const [swahili, english] = ['sw', 'en'].map((lang) =>
    api.mails.find((mail) => mail.html.includes(`<html lang="${lang}">`)),
  )
  expect(swahili?.subject).toBe('Kiungo chako cha kuingia Event-Sphere')
  expect(swahili?.text).toContain('ndani ya dakika 10.')
  expect(english?.subject).toBe('Your sign-in link for Event-Sphere')
  expect(english?.text).toContain('for 10 minutes.')
  const link = /http\S+\/sign-in\/link\/[0-9a-f]{64}/.exec(english?.text ?? '')?.[0]
  expect(english?.html).toContain(`<a href="${link}" style`)
  expect(english?.html).not.toMatch(/<table|<img/)
})

test('the token is written down nowhere but in the mail', async () => {
  const api = await startApi()
  await register(api)
  await api.call(auth.requestEmailLink, { body: { email } })
  const jobs = await sql`select data::text from jobs.job`.execute(api.ctx.database.reader)
  expect(JSON.stringify(jobs.rows)).not.toMatch(/[0-9a-f]{64}/)
  await api.runJobs()

  const links = await sql`select row_to_json(l)::text as kept from email_links l`.execute(
    api.ctx.database.reader,
  )
  expect(links.rows).toHaveLength(1)
  expect(JSON.stringify(links.rows)).not.toContain(`"${tokenIn(api)}`)
})

test('proving the mailbox drops the password and the sessions of whoever took the address first', async () => {
  const api = await startApi()
  const squatter = await register(api, { email, password })

  const owner = await redeem(api, await aLink(api))

  expect(owner.body.user.hasPassword).toBe(false)
  const body = { refresh_token: squatter.body.refresh_token }
  expect((await api.call(auth.refresh, { body })).status).toBe(401)
  expect((await api.call(auth.login, { body: { email, password } })).status).toBe(401)
  const mine = { refresh_token: owner.body.refresh_token }
  expect((await api.call(auth.refresh, { body: mine })).status).toBe(200)
})

test('a mailbox that was proven before keeps its sessions', async () => {
  const api = await startApi()
  await register(api)
  const first = await redeem(api, await aLink(api))
  await redeem(api, await aLink(api))
  const body = { refresh_token: first.body.refresh_token }
  expect((await api.call(auth.refresh, { body })).status).toBe(200)
})

test('a closed account is not opened by a link', async () => {
  const api = await startApi()
  await register(api)
  const token = await aLink(api)
  await sql`update users set is_active = false`.execute(api.ctx.database.reader)
  expect((await redeem(api, token)).status).toBe(410)
})

test('whoever proves the mailbox owns what was bought with it as a guest, and nothing else', async () => {
  const api = await startApi()
  const { eventId, general } = await theSummit(api)
  const items = [{ ticketTypeId: general, quantity: 1 }]
  const buyFor = (buyer: object) =>
    api.call(placePurchase, { as: api.key, body: { eventId, items, buyer }, idempotencyKey: api.newKey() })
  const mine = await buyFor({ email: 'Wanjiku@Example.com' })
  await buyFor({ email: 'otieno@example.com' })
  const squatter = (await register(api)).body
  const purchasesOf = async (as: string) => (await api.call(listMyPurchases, { as })).body.items
  expect(await purchasesOf(squatter.access_token)).toEqual([])

  const owner = (await redeem(api, await aLink(api))).body
  await api.runJobs()

  const found = await purchasesOf(owner.access_token)
  expect(found.map((purchase) => purchase.id)).toEqual([mine.body.id])
})

test.each([
  ['asked for', (ctx: Context) => sendLinkMail(ctx, { email, locale: 'en', askId })],
  [
    'of somebody who registered again',
    (ctx: Context, userId: UserId) => mailRegisteredAgain(ctx, { userId, locale: 'en' }),
  ],
])('a link %s whose mail failed is mailed at the next try', async (_, mail) => {
  const api = await startApi()
  await register(api)
  const { body } = await register(api)
  const shadow = z.decode(userId, body.user.id)
  const mailer = { send: () => Promise.reject(new Error('away')), close: () => {} }
  await expect(mail({ ...api.ctx, mailer }, shadow)).rejects.toThrow('away')

  await mail(api.ctx, shadow)

  expect(api.mails).toHaveLength(1)
  expect((await redeem(api, tokenIn(api))).status).toBe(200)
})
