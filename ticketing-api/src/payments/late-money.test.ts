import { cancelPurchase } from '@event-sphere/contract/purchases'
import { expect, test } from 'vitest'
import { brokenPromises } from '../cast/broken-promises.ts'
import { aCustomer, buys, isBack } from '../cast/buyers.ts'
import { startApi, type TestApi } from '../cast/start-api.ts'
import { type Summit, theSummit } from '../cast/summit.ts'
import { aPromptedPurchase, aSale, payBackMails, purchaseOf, pushes } from './cast.ts'

test('money that comes after the hold has ended asks for seats again', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPromptedPurchase(api, summit)
  await lapse(api, buyer)

  await api.mpesa.pays(buyer.purchase)
  await api.runJobs()

  const back = { ...buyer, token: await isBack(api, buyer.refreshToken) }
  expect(await purchaseOf(api, back)).toMatchObject({ status: 'completed', paidAmount: 1500 })
  expect(await brokenPromises(api)).toEqual([])
})

test('where the seats are gone the money is owed back, and buyer and organiser are told', async () => {
  const { api, summit } = await aSale({ galaSeats: 1 })
  const late = await aPromptedPurchase(api, summit)
  await lapse(api, late)
  const quick = await aPromptedPurchase(api, summit)
  await api.mpesa.pays(quick.purchase)
  await api.runJobs()

  await api.mpesa.pays(late.purchase)
  await api.runJobs()

  const back = { ...late, token: await isBack(api, late.refreshToken) }
  const owed = await purchaseOf(api, back)
  expect(owed).toMatchObject({ status: 'owed_back', paidAmount: 1500, tickets: [] })
  expect(await purchaseOf(api, quick)).toMatchObject({ status: 'completed' })
  const mails = payBackMails(api)
  expect(new Set(mails.map(({ to }) => to))).toEqual(new Set(['events@kncci.example', late.email]))
  for (const { text } of mails) {
    expect(text).toContain('KSh 1,500')
    expect(text).toContain(late.purchase.account)
  }
  expect(await brokenPromises(api)).toEqual([])
})

test('a purchase that was given up is owed its late money, and takes no seats', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPromptedPurchase(api, summit)
  await api.moveTo('2026-07-01T09:02:30Z')
  await api.runSweeps()
  await api.call(cancelPurchase, { as: buyer.token, params: { id: buyer.purchase.id } })

  await api.mpesa.pays(buyer.purchase)
  await api.runJobs()

  expect(await purchaseOf(api, buyer)).toMatchObject({ status: 'owed_back', paidAmount: 1500, tickets: [] })
  expect(payBackMails(api)).toHaveLength(2)
  expect(await brokenPromises(api)).toEqual([])
})

/** Somebody whose gala was prompted for, and whose seats have gone back on sale unpaid. */
async function aLapsedBuyer(api: TestApi, summit: Summit) {
  const customer = await aCustomer(api)
  await buys(api, summit, customer.token, { general: 1 })
  const { body: purchase } = await buys(api, summit, customer.token, { gala: 1 })
  expect((await pushes(api, { ...customer, purchase })).status).toBe(201)
  await api.moveTo('2026-07-01T09:45:00Z')
  await api.runSweeps()
  return { ...customer, purchase, token: await isBack(api, customer.refreshToken) }
}

test('late money for a gala that its buyer has bought anew is owed back: nobody is over the limit', async () => {
  const api = await startApi({ now: '2026-07-01T09:00:00Z' })
  const summit = await theSummit(api, { general: { maxPerPerson: 2 }, gala: { maxPerPerson: 1 } })
  const buyer = await aLapsedBuyer(api, summit)
  const { body: anew } = await buys(api, summit, buyer.token, { gala: 1 })
  await pushes(api, { ...buyer, purchase: anew })
  await api.mpesa.pays(anew)
  await api.runJobs()

  await api.mpesa.pays(buyer.purchase)
  await api.runJobs()

  expect(await purchaseOf(api, { ...buyer, purchase: anew })).toMatchObject({ status: 'completed' })
  expect(await purchaseOf(api, buyer)).toMatchObject({ status: 'owed_back', paidAmount: 1500, tickets: [] })
  expect(await brokenPromises(api)).toEqual([])
})

test('late money takes nothing from what the same buyer is paying for now', async () => {
  const api = await startApi({ now: '2026-07-01T09:00:00Z' })
  const summit = await theSummit(api, { general: { maxPerPerson: 2 }, gala: { maxPerPerson: 1 } })
  const buyer = await aLapsedBuyer(api, summit)
  const { body: anew } = await buys(api, summit, buyer.token, { gala: 1 })
  await pushes(api, { ...buyer, purchase: anew })

  await api.mpesa.pays(buyer.purchase)
  await api.mpesa.pays(anew)
  await api.runJobs()

  expect(await purchaseOf(api, { ...buyer, purchase: anew })).toMatchObject({ status: 'completed' })
  expect(await purchaseOf(api, buyer)).toMatchObject({ status: 'owed_back', tickets: [] })
})

test('late money for a gala alone does not make more galas than its buyer has general admissions', async () => {
  const api = await startApi({ now: '2026-07-01T09:00:00Z' })
  const summit = await theSummit(api, { general: { maxPerPerson: 5 }, gala: { maxPerPerson: 5 } })
  const buyer = await aLapsedBuyer(api, summit)
  const { body: anew } = await buys(api, summit, buyer.token, { gala: 1 })
  await pushes(api, { ...buyer, purchase: anew })
  await api.mpesa.pays(anew)
  await api.runJobs()

  await api.mpesa.pays(buyer.purchase)
  await api.runJobs()

  expect(await purchaseOf(api, buyer)).toMatchObject({ status: 'owed_back', tickets: [] })
})

test('late money that is its buyer’s only one makes tickets, from seats that are there', async () => {
  const api = await startApi({ now: '2026-07-01T09:00:00Z' })
  const summit = await theSummit(api, { general: { maxPerPerson: 1 }, gala: { maxPerPerson: 1 } })
  const buyer = await aLapsedBuyer(api, summit)

  await api.mpesa.pays(buyer.purchase)
  await api.runJobs()

  expect(await purchaseOf(api, buyer)).toMatchObject({ status: 'completed', tickets: [{}] })
  expect(await brokenPromises(api)).toEqual([])
})

/** The hold ends without money, and the sweep says so. */
async function lapse(api: TestApi, { purchase }: { purchase: { expiresAt: string | null } }) {
  await api.moveTo(new Date(Date.parse(purchase.expiresAt ?? '') + 60_000).toISOString())
  await api.runSweeps()
}
