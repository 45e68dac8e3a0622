import * as auth from '@event-sphere/contract/auth'
import * as cart from '@event-sphere/contract/cart'
import { listMatters } from '@event-sphere/contract/matters'
import { stkPush } from '@event-sphere/contract/payments'
import { placePurchase } from '@event-sphere/contract/purchases'
import { sql } from '@event-sphere/kit/database/database'
import { expect, test } from 'vitest'
import { brokenPromises } from '../cast/broken-promises.ts'
import { aCustomer } from '../cast/buyers.ts'
import { password } from '../cast/staff.ts'
import { startApi, type TestApi } from '../cast/start-api.ts'
import { type Summit, theSummit } from '../cast/summit.ts'

/** These play many people. */
const patience = 90_000
const from = (network: string, browser?: string) => ({
  headers: { 'x-forwarded-for': network, ...(browser && { 'x-visitor-browser': browser }) },
})
type Calling = Pick<TestApi, 'call' | 'newKey'>

let met = 0
async function registers(api: Pick<TestApi, 'call'>, network: string) {
  met += 1
  const body = { email: `visitor${met}@example.com` }
  const answer = await api.call(auth.register, { body, ...from(network) })
  return { ...answer, ...body, as: answer.body.access_token }
}

const wants = (summit: Summit, { general = 0, gala = 0 }: { general?: number; gala?: number }) =>
  [
    { ticketTypeId: summit.general, quantity: general },
    { ticketTypeId: summit.gala, quantity: gala },
  ].filter(({ quantity }) => quantity > 0)

const buys = (
  api: Calling & { newKey(): string },
  summit: Summit,
  { as, network, key }: { as: string; network: string; key?: string },
  wanted: { general?: number; gala?: number },
) =>
  api.call(placePurchase, {
    as,
    body: { eventId: summit.eventId, items: wants(summit, wanted) },
    idempotencyKey: key ?? api.newKey(),
    ...from(network),
  })

/** A summit whose own limits per person are wide, so that only those on strangers are left. */
const aWideSummit = (api: TestApi) =>
  theSummit(api, {
    general: { maxPerPerson: 1000, maxPerPurchase: 20 },
    gala: { quantity: 415, maxPerPerson: 400, maxPerPurchase: 20 },
  })

async function seatsTaken(api: TestApi): Promise<number> {
  const { rows } = await sql<{ taken: number }>`
    select coalesce(sum(quantity), 0)::int as taken from purchase_items`.execute(api.ctx.database.reader)
  return rows[0]?.taken ?? 0
}

async function setUp() {
  const api = await startApi()
  return { api, summit: await aWideSummit(api) }
}

test(
  'forty-one fresh accounts of one network do not empty the gala',
  async () => {
    const { api, summit } = await setUp()
    const other = { ...(await api.startAnother()), newKey: api.newKey }
    const crowd = await Promise.all(Array.from({ length: 41 }, () => registers(api, '41.90.64.7')))

    const answers = await Promise.all(
      crowd.flatMap(({ as }, at) =>
        [3, 2].map((each) =>
          buys(at % 2 ? api : other, summit, { as, network: '41.90.64.7' }, { general: each, gala: each }),
        ),
      ),
    )

    expect(await seatsTaken(api)).toBeLessThanOrEqual(80)
    const refused = answers.filter(({ status }) => status !== 201)
    expect(refused.length).toBeGreaterThan(41)
    for (const { body } of refused.filter(({ status }) => status === 403)) {
      expect(body.code).toBe('mailbox_unproven')
      expect(body).toHaveProperty('retryAt')
    }
    const honest = await registers(api, '197.248.9.9')
    expect(
      (await buys(api, summit, { ...honest, network: '197.248.9.9' }, { general: 1, gala: 1 })).status,
    ).toBe(201)
    expect(await brokenPromises(api)).toEqual([])
  },
  patience,
)

test(
  'one unproven account gets a few seats in all, however many orders it sends at once to however many processes',
  async () => {
    const { api, summit } = await setUp()
    const other = { ...(await api.startAnother()), newKey: api.newKey }
    const { as } = await registers(api, '41.90.64.7')

    const answers = await Promise.all(
      Array.from({ length: 171 }, (_, at) =>
        buys(at % 2 ? api : other, summit, { as, network: `41.90.${at}.7` }, { general: 2 }),
      ),
    )

    const bought = answers.filter(({ status }) => status === 201)
    expect(bought.length).toBeLessThanOrEqual(3)
    expect(await seatsTaken(api)).toBe(bought.length * 2)
    expect((await buys(api, summit, { as, network: '41.90.64.7' }, { general: 6 })).status).toBe(403)
  },
  patience,
)

test('a cart counts with what is owned, and a proven mailbox is free of it', async () => {
  const { api, summit } = await setUp()
  const network = '41.90.64.7'
  const { as } = await registers(api, network)
  const puts = (ticketTypeId: string, quantity: number) =>
    api.call(cart.addToCart, { as, body: { ticketTypeId, quantity }, ...from(network) })
  const sets = (ticketTypeId: string, quantity: number) =>
    api.call(cart.changeCartItem, { as, params: { ticketTypeId }, body: { quantity }, ...from(network) })

  expect((await puts(summit.general, 4)).status).toBe(201)
  expect((await puts(summit.general, 3)).status).toBe(403)
  expect((await sets(summit.general, 5)).status).toBe(200)
  expect((await sets(summit.general, 7)).status).toBe(403)
  expect((await buys(api, summit, { as, network }, { general: 2 })).status).toBe(403)
  expect((await buys(api, summit, { as, network }, { general: 1 })).status).toBe(201)
  expect((await api.call(cart.checkout, { as, body: {}, idempotencyKey: api.newKey() })).status).toBe(201)

  const { token } = await aCustomer(api)
  expect((await buys(api, summit, { as: token, network }, { general: 12 })).status).toBe(201)
})

test('the same order sent again is the same order, also when nothing more may be had', async () => {
  const { api, summit } = await setUp()
  const network = '41.90.64.7'
  const { as } = await registers(api, network)
  const key = api.newKey()
  const first = await buys(api, summit, { as, network, key }, { general: 3, gala: 3 })
  expect(first.status).toBe(201)

  await api.moveTo('2026-07-01T09:05:00Z')
  const again = await buys(api, summit, { as, network, key }, { general: 3, gala: 3 })
  const anew = await buys(api, summit, { as, network }, { general: 3, gala: 3 })

  expect([again.body.id, anew.body.id]).toEqual([first.body.id, first.body.id])
  expect((await buys(api, summit, { as, network }, { general: 1 })).body.code).toBe('mailbox_unproven')
})

test('an order that comes to nothing uses up nothing', async () => {
  const api = await startApi()
  const summit = await theSummit(api, { gala: { quantity: 1 } })
  const network = '41.90.64.7'
  const { as } = await registers(api, network)
  for (let tried = 0; tried < 8; tried += 1)
    expect((await buys(api, summit, { as, network }, { general: 2, gala: 2 })).status).toBe(409)
  expect((await buys(api, summit, { as, network }, { general: 1, gala: 1 })).status).toBe(201)
})

async function owesMoney(api: TestApi, summit: Summit, network: string) {
  const { as } = await registers(api, network)
  const { body } = await buys(api, summit, { as, network }, { general: 1, gala: 1 })
  return { as, purchaseId: body.id, purchase: body }
}

const rings = (
  api: TestApi,
  { as, purchaseId }: { as: string; purchaseId: string },
  { phoneNumber, network, browser }: { phoneNumber: string; network: string; browser?: string },
) =>
  api.call(stkPush, {
    as,
    body: { purchaseId, phoneNumber },
    idempotencyKey: api.newKey(),
    ...from(network, browser),
  })

const phone = (at: number) => `07120000${String(at).padStart(2, '0')}`

test(
  'sixty phones do not ring for sixty fresh accounts of one network, and few ring for one browser or one account',
  async () => {
    const { api, summit } = await setUp()
    const network = '41.90.64.7'
    const crowd: Awaited<ReturnType<typeof owesMoney>>[] = []
    for (let at = 0; at < 60; at += 1) crowd.push(await owesMoney(api, summit, `105.16.0.${at}`))

    const browser = 'one-browser-of-many-accounts'
    for (const [at, one] of crowd.slice(0, 10).entries())
      await rings(api, one, { phoneNumber: phone(at), network: `102.0.0.${at}`, browser })
    expect(api.mpesa.prompts).toHaveLength(6)
    for (const [at, one] of crowd.slice(10).entries())
      await rings(api, one, { phoneNumber: phone(at + 10), network })
    expect(api.mpesa.prompts.length - 6).toBeLessThanOrEqual(35)

    const [, last] = crowd.slice(-2)
    if (!last) throw new Error('there is a crowd')
    const refused = await rings(api, last, { phoneNumber: phone(59), network })
    expect(refused).toMatchObject({ status: 429, body: { code: 'rate_limited' } })
    expect(refused.body).toHaveProperty('retryAt')
  },
  patience,
)

test('a budget of prompts that is used up is put before a person, once, and names no whole phone', async () => {
  const { api, summit } = await setUp()
  const one = await owesMoney(api, summit, '105.16.1.1')
  for (let at = 0; at < 6; at += 1) {
    await rings(api, one, { phoneNumber: phone(at), network: `105.17.${at}.1` })
    if (at < 5) await api.mpesa.ends(one.purchase, '1032')
    await api.runJobs()
  }
  const phoneNumber = '0722000001'
  for (let at = 0; at < 14; at += 1) {
    await api.moveTo(`2026-07-01T${String(10 + at).padStart(2, '0')}:00:00Z`)
    await rings(api, await owesMoney(api, summit, `102.0.0.${at}`), { phoneNumber, network: `102.0.0.${at}` })
  }

  const signsIn = async (email: string) =>
    (await api.call(auth.login, { body: { email, password } })).body.access_token
  const platform = await signsIn('platform@example.com')
  const { items } = (await api.call(listMatters, { as: platform })).body
  const user = expect.stringMatching(/^user_/)
  expect(items.map(({ kind, subject, subjectId, facts }) => [kind, subject, subjectId, facts.limit])).toEqual(
    [
      ['prompts_used_up', 'phone', '+2547•••••001', 'prompt.phone'],
      ['prompts_used_up', 'user', user, 'prompt.account'],
    ],
  )
  const inSwahili = await api.call(listMatters, { as: platform, locale: 'sw' })
  expect(inSwahili.body.items[0]).toMatchObject({ title: 'Maombi ya PIN ya M-Pesa yamefika kikomo' })
  expect((await api.call(listMatters, { as: await signsIn('admin@kncci.example') })).body.items).toEqual([])
}, 90_000)

test('a family of five buys on one phone', async () => {
  const { api, summit } = await setUp()
  const network = '102.5.6.7'
  for (let member = 0; member < 5; member += 1) {
    await api.moveTo(`2026-07-01T10:${String(member * 11).padStart(2, '0')}:00Z`)
    const { as, purchaseId } = await owesMoney(api, summit, network)
    const asked = await rings(api, { as, purchaseId }, { phoneNumber: '0712345678', network })
    expect(asked.status).toBe(201)
  }
  expect(api.mpesa.prompts).toHaveLength(5)
})

test(
  'a company of thirty behind one address registers, free and for the gala, and is asked for its PINs',
  async () => {
    const { api, summit } = await setUp()
    const network = '197.232.1.1'
    for (let at = 0; at < 30; at += 1) {
      const one = await owesMoney(api, summit, network)
      const asked = await rings(api, one, {
        phoneNumber: phone(at),
        network,
        browser: `browser-of-colleague-${at}`,
      })
      expect(asked.status).toBe(201)
    }
    expect(api.mpesa.prompts).toHaveLength(30)
  },
  patience,
)

test('a header about the visitor is believed from our own servers alone', async () => {
  const api = await startApi({ trustedProxies: '10.0.0.0/8' })
  for (let at = 0; at < 5; at += 1) {
    const body = { email: 'wanjiku@example.com' }
    await api.call(auth.register, { body, ...from(`41.90.64.${at}`) })
  }
  const refused = await api.call(auth.register, {
    body: { email: 'wanjiku@example.com' },
    ...from('41.90.64.99'),
  })
  expect(refused).toMatchObject({ status: 429, body: { code: 'rate_limited' } })
})
