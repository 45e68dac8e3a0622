import * as cart from '@event-sphere/contract/cart'
import { expect, test } from 'vitest'
import { brokenPromises } from '../../cast/broken-promises.ts'
import { aCustomer, isBack } from '../../cast/buyers.ts'
import { startApi } from '../../cast/start-api.ts'
import { theSummit } from '../../cast/summit.ts'

test('a cart is held for thirty minutes from its first item, whatever is added or changed meanwhile', async () => {
  const api = await startApi({ now: '2026-07-01T09:00:00Z' })
  const summit = await theSummit(api)
  const { token, refreshToken } = await aCustomer(api)
  const params = { ticketTypeId: summit.general }
  const first = await api.call(cart.addToCart, { as: token, body: { ...params, quantity: 1 } })

  await api.moveTo('2026-07-01T09:10:00Z')
  const more = await api.call(cart.addToCart, {
    as: token,
    body: { ticketTypeId: summit.gala, quantity: 1 },
  })
  const changed = await api.call(cart.changeCartItem, { as: token, params, body: { quantity: 2 } })
  expect([more.status, changed.status]).toEqual([201, 200])
  expect([more.body.expiresAt, changed.body.expiresAt]).toEqual([first.body.expiresAt, first.body.expiresAt])

  await api.moveTo('2026-07-01T09:30:30Z')
  const as = await isBack(api, refreshToken)
  expect((await api.call(cart.getCart, { as })).body.items).toEqual([])
  expect(await brokenPromises(api)).toEqual([])
})
