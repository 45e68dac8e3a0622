import { expect, test } from 'vitest'
import { brokenPromises } from '../cast/broken-promises.ts'
import { aCustomer, buys, isBack } from '../cast/buyers.ts'
import { startApi, type TestApi } from '../cast/start-api.ts'
import { type Summit, theSummit } from '../cast/summit.ts'
import { purchaseOf, pushes } from './cast.ts'

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
