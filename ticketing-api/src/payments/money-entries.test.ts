import { cancelEvent } from '@event-sphere/contract/events'
import { listMatters } from '@event-sphere/contract/matters'
import { sql } from '@event-sphere/kit/database/database'
import { expect, test } from 'vitest'
import { brokenPromises } from '../cast/broken-promises.ts'
import { isBack } from '../cast/buyers.ts'
import type { TestApi } from '../cast/start-api.ts'
import { aPromptedPurchase, aSale, bookedFor, purchaseOf, pushes } from './cast.ts'

/** The sum of what is owed back, in shillings. */
async function owedBy(api: TestApi): Promise<number> {
  const { rows } = await sql<{ owed: number }>`
    select (-coalesce(sum(cents), 0) / 100)::int as owed from money_entries where account = 'owed_back'`.execute(
    api.ctx.database.reader,
  )
  return rows[0]?.owed ?? 0
}

const matterAmounts = async (api: TestApi) =>
  (await api.call(listMatters, { as: api.key, query: {} })).body.items.map(({ facts }) => facts.amount)

type Buyer = Awaited<ReturnType<typeof aPromptedPurchase>>

async function paysPart(api: TestApi, buyer: Buyer, amount: string) {
  await api.mpesa.pays(buyer.purchase, { amount })
  await api.runJobs()
}

/** Every hold is over, and whoever bought comes back. */
async function lapse(api: TestApi, buyer: Buyer) {
  await api.moveTo('2026-07-01T09:45:00Z')
  await api.runSweeps()
  return { ...buyer, token: await isBack(api, buyer.refreshToken) }
}

test('money is held until its purchase is completed, and then the price is earned', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPromptedPurchase(api, summit)
  await paysPart(api, buyer, '1000')
  expect(await bookedFor(api, buyer.purchase)).toEqual(['received: mpesa 100000 held_for -100000'])

  await pushes(api, buyer)
  await api.mpesa.pays(buyer.purchase)
  await api.runJobs()

  expect((await bookedFor(api, buyer.purchase)).slice(1)).toEqual([
    'received: mpesa 50000 held_for -50000',
    'completed: held_for 150000 earned -150000',
  ])
  expect(await owedBy(api)).toBe(0)
  expect(await brokenPromises(api)).toEqual([])
})

test('too much: the price is earned, and the rest is owed', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPromptedPurchase(api, summit)
  await paysPart(api, buyer, '1600')
  expect((await bookedFor(api, buyer.purchase)).slice(1)).toEqual([
    'completed: held_for 160000 earned -150000 owed_back -10000',
  ])
  expect([await owedBy(api), ...(await matterAmounts(api))]).toEqual([100, 100])
  expect(await brokenPromises(api)).toEqual([])
})

test('twice: what comes for a purchase that has its tickets is owed', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPromptedPurchase(api, summit)
  await api.moveTo('2026-07-01T09:02:30Z')
  await api.runSweeps()
  expect((await pushes(api, buyer)).status).toBe(201)
  for (const prompt of [0, 1]) await api.mpesa.pays(buyer.purchase, { prompt })
  await api.runJobs()
  expect((await bookedFor(api, buyer.purchase)).slice(2)).toEqual([
    'received: mpesa 150000 held_for -150000',
    'buys_nothing: held_for 150000 owed_back -150000',
  ])
  expect(await purchaseOf(api, buyer)).toMatchObject({ status: 'completed', paidAmount: 3000 })
  expect([await owedBy(api), ...(await matterAmounts(api))]).toEqual([1500, 1500])
  expect(await brokenPromises(api)).toEqual([])
})

test('late and without seats: all of it is owed', async () => {
  const { api, summit } = await aSale({ galaSeats: 1 })
  const late = await lapse(api, await aPromptedPurchase(api, summit))
  const quick = await aPromptedPurchase(api, summit)
  for (const { purchase } of [quick, late]) await api.mpesa.pays(purchase)
  await api.runJobs()
  expect((await bookedFor(api, late.purchase)).slice(1)).toEqual([
    'no_tickets: held_for 150000 owed_back -150000',
  ])
  expect([await owedBy(api), ...(await matterAmounts(api))]).toEqual([1500, 1500])
  expect(await brokenPromises(api)).toEqual([])
})

test('a part that was owed back when its purchase expired is earned when the rest comes, and nobody is asked to pay it back any more', async () => {
  const { api, summit } = await aSale()
  const prompted = await aPromptedPurchase(api, summit)
  await api.moveTo('2026-07-01T09:02:30Z')
  await api.runSweeps()
  expect((await pushes(api, prompted)).status).toBe(201)
  await api.mpesa.pays(prompted.purchase, { prompt: 0, amount: '1000' })
  await api.runJobs()
  const buyer = await lapse(api, prompted)
  expect([await owedBy(api), ...(await matterAmounts(api))]).toEqual([1000, 1000])

  await api.mpesa.pays(buyer.purchase, { prompt: 1, amount: '500' })
  await api.runJobs()

  expect((await bookedFor(api, buyer.purchase)).slice(1)).toEqual([
    'expired: held_for 100000 owed_back -100000',
    'received: mpesa 50000 held_for -50000',
    'completed: held_for 50000 earned -150000 owed_back 100000',
  ])
  expect(await purchaseOf(api, buyer)).toMatchObject({ status: 'completed', paidAmount: 1500 })
  expect([await owedBy(api), ...(await matterAmounts(api))]).toEqual([0])
  expect(await brokenPromises(api)).toEqual([])
})

test('a cancelled event owes what it had earned, what it held, and what comes after all', async () => {
  const { api, summit } = await aSale()
  const [paid, partly, late] = [
    await aPromptedPurchase(api, summit),
    await aPromptedPurchase(api, summit),
    await aPromptedPurchase(api, summit),
  ]
  await paysPart(api, paid, '1600')
  await paysPart(api, partly, '1000')
  await api.call(cancelEvent, { as: api.key, params: { id: summit.eventId } })
  await api.runJobs()
  await paysPart(api, late, '1500')

  expect((await bookedFor(api, paid.purchase)).at(-1)).toBe(
    'event_cancelled: earned 150000 owed_back -150000',
  )
  expect((await bookedFor(api, partly.purchase)).at(-1)).toBe(
    'event_cancelled: held_for 100000 owed_back -100000',
  )
  expect((await bookedFor(api, late.purchase)).at(-1)).toBe('no_tickets: held_for 150000 owed_back -150000')
  expect(await owedBy(api)).toBe(4100)
  expect(new Set(await matterAmounts(api))).toEqual(new Set([1600, 1000, 1500]))
  expect(await brokenPromises(api)).toEqual([])
})
