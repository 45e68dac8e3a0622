import { getPurchase, listMyPurchases } from '@event-sphere/contract/purchases'
import { expect, test } from 'vitest'
import { aCustomer, buys } from '../cast/buyers.ts'
import { startApi } from '../cast/start-api.ts'
import { theSummit } from '../cast/summit.ts'

test('gate staff do not come to the QR or the typed code of anybody by way of the purchase', async () => {
  const api = await startApi()
  const { token } = await aCustomer(api)
  const { body } = await buys(api, await theSummit(api), token, { general: 1 })
  const [ticket] = body.tickets
  const params = { id: body.id }

  const byAdmin = await api.call(getPurchase, { as: api.admin, params })
  expect(byAdmin.text).toContain(ticket?.typedCode)

  const byAgent = await api.call(getPurchase, { as: api.agent, params })
  expect([byAgent.status, byAgent.body.code]).toEqual([404, 'not_found'])
  expect((await api.call(listMyPurchases, { as: api.agent })).body.items).toEqual([])
})
