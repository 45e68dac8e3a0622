import { cancelPurchase, getPurchase, listMyPurchases } from '@event-sphere/contract/purchases'
import { listPublicTicketTypes } from '@event-sphere/contract/ticket-types'
import { expect, test } from 'vitest'
import { brokenPromises } from '../cast/broken-promises.ts'
import { aCustomer, aPendingPurchase, buys } from '../cast/buyers.ts'
import { foundOrganization } from '../cast/staff.ts'
import { startApi } from '../cast/start-api.ts'
import { theSummit } from '../cast/summit.ts'

test('a purchase is its buyer’s and its organization’s, and nobody else’s', async () => {
  const api = await startApi()
  const summit = await theSummit(api)
  const { token, purchase } = await aPendingPurchase(api, summit)
  const stranger = await aCustomer(api)
  const others = await foundOrganization(api.call, api.platform, 'others')
  const params = { id: purchase.id }

  for (const as of [stranger.token, others.admin, api.key, others.key]) {
    expect((await api.call(getPurchase, { as, params })).status).toBe(404)
    const cancelled = await api.call(cancelPurchase, { as, params })
    expect([403, 404]).toContain(cancelled.status)
  }
  expect((await api.call(getPurchase, { as: token, params })).body.status).toBe('pending_payment')
  expect((await api.call(getPurchase, { as: api.admin, params })).body.id).toBe(purchase.id)
  expect((await api.call(listMyPurchases, { as: stranger.token })).body.items).toEqual([])
})

test('an administrator sees what the organization sold, and does not give it up for its buyer', async () => {
  const api = await startApi()
  const { token, purchase } = await aPendingPurchase(api, await theSummit(api))
  const params = { id: purchase.id }

  const refused = await api.call(cancelPurchase, { as: api.admin, params })

  expect([refused.status, refused.body.code]).toEqual([404, 'not_found'])
  expect((await api.call(getPurchase, { as: api.admin, params })).body.status).toBe('pending_payment')
  expect((await api.call(cancelPurchase, { as: token, params })).body.status).toBe('cancelled')
})

test('a purchase that is given up frees its seats at once, and only once', async () => {
  const api = await startApi()
  const summit = await theSummit(api)
  const { token: as, purchase } = await aPendingPurchase(api, summit)
  const params = { id: purchase.id }

  const first = await api.call(cancelPurchase, { as, params })
  const second = await api.call(cancelPurchase, { as, params })

  expect(first.body).toMatchObject({ status: 'cancelled', expiresAt: null })
  expect([second.status, second.body.code]).toEqual([409, 'purchase_closed'])
  const types = await api.call(listPublicTicketTypes, { params: { eventId: summit.eventId } })
  expect(types.body.items.map((type) => type.remaining)).toEqual([2000, 500])
  expect(await brokenPromises(api)).toEqual([])
})

test('a free purchase is complete and cannot be given up by this call', async () => {
  const api = await startApi()
  const summit = await theSummit(api)
  const { token: as } = await aCustomer(api)
  const { body } = await buys(api, summit, as, { general: 1 })

  const refused = await api.call(cancelPurchase, { as, params: { id: body.id } })

  expect([refused.status, refused.body.code]).toEqual([409, 'purchase_closed'])
})

test('a list draws no pictures: it says what the QR says, and the picture has an address of its own', async () => {
  const api = await startApi()
  const { token: as } = await aCustomer(api)
  const { body: bought } = await buys(api, await theSummit(api), as, { general: 1 })
  expect(bought.tickets[0]?.qrCode).toMatch(/^iVBOR/)

  const [ticket] = (await api.call(listMyPurchases, { as })).body.items[0]?.tickets ?? []
  expect(ticket?.qrToken).toBe(bought.tickets[0]?.qrToken)
  expect(ticket).not.toHaveProperty('qrCode')
  const one = await api.call(getPurchase, { as, params: { id: bought.id } })
  expect(one.body.tickets[0]?.qrCode).toBe(bought.tickets[0]?.qrCode)
})

test('my purchases come newest first, a page at a time', async () => {
  const api = await startApi()
  const summit = await theSummit(api)
  const { token: as } = await aCustomer(api)
  const bought: string[] = []
  for (let n = 0; n < 3; n += 1) bought.unshift((await buys(api, summit, as, { general: 1 })).body.id)

  const first = await api.call(listMyPurchases, { as, query: { limit: '2' } })
  const rest = await api.call(listMyPurchases, { as, query: { limit: '2', after: first.body.next ?? '' } })

  expect([...first.body.items, ...rest.body.items].map((purchase) => purchase.id)).toEqual(bought)
  expect(rest.body.next).toBeNull()
  const lost = await api.call(listMyPurchases, { as, query: { after: 'nonsense' } })
  expect([lost.status, lost.body.code]).toEqual([400, 'invalid_request'])
})
