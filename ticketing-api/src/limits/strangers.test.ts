import * as auth from '@event-sphere/contract/auth'
import * as cart from '@event-sphere/contract/cart'
import { sql } from '@event-sphere/kit/database/database'
import { expect, test } from 'vitest'
import { brokenPromises } from '../cast/broken-promises.ts'
import { aCustomer } from '../cast/buyers.ts'
import { startApi, type TestApi } from '../cast/start-api.ts'
import { theSummit } from '../cast/summit.ts'
import { buys, from, patience, registers, setUp } from './cast.ts'

async function seatsTaken(api: TestApi): Promise<number> {
  const { rows } = await sql<{ taken: number }>`
    select coalesce(sum(quantity), 0)::int as taken from purchase_items`.execute(api.ctx.database.reader)
  return rows[0]?.taken ?? 0
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
