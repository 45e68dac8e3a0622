import { stkPush } from '@event-sphere/contract/payments'
import { cancelPurchase, getPurchase, placePurchase } from '@event-sphere/contract/purchases'
import { createTicketType } from '@event-sphere/contract/ticket-types'
import { sql } from '@event-sphere/kit/database/database'
import { expect, test } from 'vitest'
import { brokenPromises } from '../cast/broken-promises.ts'
import { aCustomer, aPendingPurchase, buys } from '../cast/buyers.ts'
import type { TestApi } from '../cast/start-api.ts'
import { theSummit } from '../cast/summit.ts'
import { judgeCallback } from '../payments/callbacks/judge-callback.ts'
import { anotherPhone, aPromptedPurchase, aSale, purchaseOf } from '../payments/cast.ts'

/** Every second caller is served by the other process. */
async function twoSides(api: TestApi) {
  const other = await api.startAnother()
  const sides = [api, { ...api, ...other }]
  return { other, sideOf: (nth: number): TestApi => sides[nth % 2] ?? api }
}

const crowdOf = (api: TestApi, size: number) =>
  Promise.all(Array.from({ length: size }, () => aCustomer(api)))
const refusals = (answers: readonly { status: number; body: { code?: string } }[]) =>
  new Set(answers.filter(({ status }) => status !== 201).map(({ body }) => body.code))

test('the last seat of the gala goes to one order of a crowd, be it in a bundle or alone', async () => {
  const { api } = await aSale()
  const { sideOf } = await twoSides(api)
  const summit = await theSummit(api, { event: { slug: 'one', code: 'ONE' }, gala: { quantity: 1 } })
  const { body: both } = await api.call(createTicketType, {
    as: api.admin,
    body: {
      eventId: summit.eventId,
      name: 'Summit and Gala',
      code: 'BOTH',
      price: 1400,
      includes: [summit.general, summit.gala],
    },
  })
  const crowd = await crowdOf(api, 30)

  const answers = await Promise.all(
    crowd.map(({ token }, nth) => {
      if (nth % 3 === 0) return buys(sideOf(nth), summit, token, { general: 1 })
      if (nth % 3 === 1) return buys(sideOf(nth), summit, token, { general: 1, gala: 1 })
      const body = { eventId: summit.eventId, items: [{ ticketTypeId: both.id, quantity: 1 }] }
      return sideOf(nth).call(placePurchase, { as: token, body, idempotencyKey: api.newKey() })
    }),
  )

  const free = answers.filter((_, nth) => nth % 3 === 0)
  const priced = answers.filter((_, nth) => nth % 3 !== 0)
  expect(free.map(({ status }) => status)).toEqual(Array(10).fill(201))
  expect(priced.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(refusals(priced)).toEqual(new Set(['sold_out']))
  expect(await brokenPromises(api)).toEqual([])
}, 60_000)

test('the key of somebody else opens nothing of theirs', async () => {
  const { api, summit } = await aSale()
  const [owner, stranger] = [await aCustomer(api), await aCustomer(api)]
  const idempotencyKey = api.newKey()
  const body = { eventId: summit.eventId, items: [{ ticketTypeId: summit.general, quantity: 1 }] }
  const order = (as: string) => api.call(placePurchase, { as, body, idempotencyKey })
  const first = await order(owner.token)

  const taken = await order(stranger.token)

  expect([first.status, taken.status]).toEqual([201, 201])
  expect(taken.body.id).not.toBe(first.body.id)
  expect(JSON.stringify(taken.body)).not.toContain(first.body.tickets[0]?.ticketCode)
  expect((await order(owner.token)).body.id).toBe(first.body.id)
  const seen = await api.call(getPurchase, { as: stranger.token, params: { id: first.body.id } })
  expect(seen.body.code).toBe('not_found')

  const waiting = await aPendingPurchase(api, summit)
  const wish = { purchaseId: waiting.purchase.id, phoneNumber: anotherPhone() }
  const key = api.newKey()
  const rings = (as: string) => api.call(stkPush, { as, body: wish, idempotencyKey: key })
  expect((await rings(waiting.token)).status).toBe(201)
  expect((await rings(stranger.token)).body.code).toBe('not_found')
  expect(api.mpesa.prompts).toHaveLength(1)
})

test('one receipt in the callbacks of two purchases, judged by two processes at once, pays for one', async () => {
  const { api, summit } = await aSale()
  const { other } = await twoSides(api)
  const payers = [await aPromptedPurchase(api, summit), await aPromptedPurchase(api, summit)]
  for (const { purchase } of payers) await api.mpesa.pays(purchase, { receipt: 'UG1ABC2345' })
  const { rows } = await sql<{ id: string }>`select id from callbacks`.execute(api.ctx.database.reader)

  await Promise.all(
    rows.map(({ id }, nth) => judgeCallback(nth % 2 ? api.ctx : other.ctx, { callbackId: id })),
  )
  await api.runJobs()

  const statuses = await Promise.all(payers.map(async (payer) => (await purchaseOf(api, payer)).status))
  expect(statuses.sort()).toEqual(['completed', 'pending_payment'])
  const { rows: matters } = await sql`select kind from matters`.execute(api.ctx.database.reader)
  expect(matters).toEqual([{ kind: 'receipt_taken' }])
  expect(await brokenPromises(api)).toEqual([])
})

test('who cancels their own order can buy again, the last seat too', async () => {
  const { api, summit } = await aSale({ galaSeats: 1 })
  const buyer = await aPendingPurchase(api, summit)
  const again = () => buys(api, summit, buyer.token, { general: 1, gala: 1 })
  expect((await again()).body.id).toBe(buyer.purchase.id)

  await api.call(cancelPurchase, { as: buyer.token, params: { id: buyer.purchase.id } })
  const second = await again()

  expect(second).toMatchObject({ status: 201, body: { status: 'pending_payment' } })
  expect(second.body.id).not.toBe(buyer.purchase.id)
  expect((await purchaseOf(api, buyer)).status).toBe('cancelled')
  const late = await aCustomer(api)
  expect((await buys(api, summit, late.token, { general: 1, gala: 1 })).body.code).toBe('sold_out')
  expect(await brokenPromises(api)).toEqual([])
})

test('two holds that end at one instant while a crowd asks for their seats are sold once more, no oftener', async () => {
  const { api, summit } = await aSale({ galaSeats: 2 })
  const { other, sideOf } = await twoSides(api)
  const gone = [await aPendingPurchase(api, summit), await aPendingPurchase(api, summit)]
  const at = '2026-07-01T09:30:30Z'
  await sql`update holds set expires_at = ${at}`.execute(api.ctx.database.reader)
  await sql`update purchases set expires_at = ${at} where status = 'pending_payment'`.execute(
    api.ctx.database.reader,
  )
  const short = await crowdOf(api, 1)
  expect((await buys(api, summit, short[0]?.token ?? '', { general: 1, gala: 1 })).body.code).toBe('sold_out')
  await api.moveTo(at)
  await other.ctx.clock.sync()
  const crowd = await crowdOf(api, 12)

  const [answers] = await Promise.all([
    Promise.all(crowd.map(({ token }, nth) => buys(sideOf(nth), summit, token, { general: 1, gala: 1 }))),
    api.runSweeps(),
  ])

  expect(answers.filter(({ status }) => status === 201)).toHaveLength(2)
  expect(refusals(answers)).toEqual(new Set(['sold_out']))
  await api.runSweeps()
  const { rows } = await sql`select account from purchases where status = 'expired'`.execute(
    api.ctx.database.reader,
  )
  expect(rows).toHaveLength(gone.length)
  expect(await brokenPromises(api)).toEqual([])
}, 60_000)
