import { addToCart } from '@event-sphere/contract/cart'
import { changeOrganization } from '@event-sphere/contract/organizations'
import { listPublicTicketTypes } from '@event-sphere/contract/ticket-types'
import { expect, test } from 'vitest'
import { brokenPromises } from '../cast/broken-promises.ts'
import { aCustomer, aPendingPurchase, buys } from '../cast/buyers.ts'
import type { TestApi } from '../cast/start-api.ts'
import { atTheDoor, scans } from '../check-in/cast.ts'
import { aPromptedPurchase, aSale, purchaseOf, pushes } from './cast.ts'

const becomes = (api: TestApi, status: 'active' | 'suspended') =>
  api.call(changeOrganization, { as: api.platform, params: { id: api.organizationId }, body: { status } })

/** Said to one process, and asked of another that shares nothing with it but the database. */
async function aSuspendedSale() {
  const { api, summit } = await aSale()
  const other: TestApi = { ...api, ...(await api.startAnother()) }
  const waiting = await aPendingPurchase(other, summit)
  const prompted = await aPromptedPurchase(other, summit)
  expect((await becomes(api, 'suspended')).status).toBe(200)
  return { api, other, summit, waiting, prompted }
}

const statesOf = async (api: TestApi, eventId: string) =>
  (await api.call(listPublicTicketTypes, { params: { eventId } })).body.items.map(
    ({ saleState }) => saleState,
  )

test('a suspended organization sells nothing, free or not, and its pages say that sales are paused', async () => {
  const { api, other, summit } = await aSuspendedSale()
  const { token } = await aCustomer(other)

  for (const process of [api, other]) {
    for (const wanted of [{ general: 1 }, { general: 1, gala: 1 }])
      expect(await buys(process, summit, token, wanted)).toMatchObject({
        status: 409,
        body: { code: 'sales_paused', title: 'Sales are paused' },
      })
    const body = { ticketTypeId: summit.general, quantity: 1 }
    expect((await process.call(addToCart, { as: token, body })).body.code).toBe('sales_paused')
    expect(await statesOf(process, summit.eventId)).toEqual(['paused', 'paused'])
  }

  await becomes(other, 'active')
  expect(await statesOf(api, summit.eventId)).toEqual(['on_sale', 'on_sale'])
  expect((await buys(api, summit, token, { general: 1 })).status).toBe(201)
})

test('it asks no phone for a PIN, and asks again once it is active', async () => {
  const { api, other, waiting } = await aSuspendedSale()
  const before = api.mpesa.prompts.length

  for (const process of [api, other])
    expect(await pushes(process, waiting, { locale: 'sw' })).toMatchObject({
      status: 409,
      body: { code: 'sales_paused', title: 'Mauzo yamesimamishwa kwa muda' },
    })
  expect(api.mpesa.prompts).toHaveLength(before)

  await becomes(api, 'active')
  expect((await pushes(other, waiting)).status).toBe(201)
})

test('money for a prompt that was open is credited, and its tickets are issued', async () => {
  const { api, prompted } = await aSuspendedSale()
  await api.mpesa.pays(prompted.purchase)
  await api.runJobs()
  expect(await purchaseOf(api, prompted)).toMatchObject({ status: 'completed', paidAmount: 1500 })
  expect(await brokenPromises(api)).toEqual([])
})

test('tickets that were issued still open the door', async () => {
  const { api, summit } = await atTheDoor()
  const { token } = await aCustomer(api)
  const { body } = await buys(api, summit, token, { general: 1 })
  await becomes(api, 'suspended')
  expect((await scans(api, body.tickets[0]?.qrToken ?? '')).body.result).toBe('admitted')
})
