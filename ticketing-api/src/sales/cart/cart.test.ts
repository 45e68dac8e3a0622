import * as cart from '@event-sphere/contract/cart'
import { listMyPurchases } from '@event-sphere/contract/purchases'
import { expect, test } from 'vitest'
import { brokenPromises } from '../../cast/broken-promises.ts'
import { aCustomer, isBack } from '../../cast/buyers.ts'
import { startApi } from '../../cast/start-api.ts'
import { theSummit } from '../../cast/summit.ts'

test('a cart holds its seats for thirty minutes, and then they are anybody’s', async () => {
  const api = await startApi({ now: '2026-07-01T09:00:00Z' })
  const summit = await theSummit(api, { gala: { quantity: 1 } })
  const [one, two] = [await aCustomer(api), await aCustomer(api)]
  const wanted = { body: { ticketTypeId: summit.gala, quantity: 1 } }

  const first = await api.call(cart.addToCart, { as: one.token, ...wanted })
  expect(first.status).toBe(201)
  expect(first.body).toMatchObject({ totalAmount: 1500, items: [{ ticketTypeId: summit.gala, quantity: 1 }] })
  expect((await api.call(cart.addToCart, { as: two.token, ...wanted })).body.code).toBe('sold_out')

  await api.moveTo('2026-07-01T09:30:30Z')
  const [slow, quick] = [await isBack(api, one.refreshToken), await isBack(api, two.refreshToken)]
  expect((await api.call(cart.getCart, { as: slow })).body.items).toEqual([])
  expect((await api.call(cart.addToCart, { as: quick, ...wanted })).status).toBe(201)
  const late = await api.call(cart.checkout, { as: slow, body: {}, idempotencyKey: api.newKey() })
  expect([late.status, late.body.code]).toEqual([409, 'cart_empty'])
  expect(await brokenPromises(api)).toEqual([])
})

test('checkout makes the cart a purchase with its seats, once for a key', async () => {
  const api = await startApi()
  const summit = await theSummit(api)
  const { token: as } = await aCustomer(api)
  for (const ticketTypeId of [summit.general, summit.gala]) {
    await api.call(cart.addToCart, { as, body: { ticketTypeId, quantity: 1 } })
  }
  const asked = { as, body: { totalAmount: 1500 }, idempotencyKey: api.newKey() }

  const first = await api.call(cart.checkout, asked)
  const second = await api.call(cart.checkout, asked)

  expect(first.body).toMatchObject({
    status: 'pending_payment',
    totalAmount: 1500,
    purchaseId: first.body.id,
  })
  expect(second.text).toBe(first.text)
  expect((await api.call(listMyPurchases, { as })).body.items).toHaveLength(1)
  expect((await api.call(cart.getCart, { as })).body.items).toEqual([])
  expect(await brokenPromises(api)).toEqual([])
})

test('a free cart completes at once', async () => {
  const api = await startApi()
  const summit = await theSummit(api)
  const { token: as } = await aCustomer(api)
  await api.call(cart.addToCart, { as, body: { ticketTypeId: summit.general, quantity: 2 } })

  const { body } = await api.call(cart.checkout, { as, body: {}, idempotencyKey: api.newKey() })

  expect(body).toMatchObject({ status: 'completed', totalAmount: 0 })
  expect(body.tickets).toHaveLength(2)
  expect(await brokenPromises(api)).toEqual([])
})

test('changing and removing give seats back at once', async () => {
  const api = await startApi()
  const summit = await theSummit(api, { general: { quantity: 3 } })
  const [one, two] = [await aCustomer(api), await aCustomer(api)]
  const params = { ticketTypeId: summit.general }
  await api.call(cart.addToCart, { as: one.token, body: { ...params, quantity: 3 } })

  await api.call(cart.changeCartItem, { as: one.token, params, body: { quantity: 1 } })
  expect((await api.call(cart.addToCart, { as: two.token, body: { ...params, quantity: 2 } })).status).toBe(
    201,
  )
  const removed = await api.call(cart.removeCartItem, { as: one.token, params })

  expect(removed.body).toMatchObject({ items: [], totalAmount: 0 })
  expect((await api.call(cart.removeCartItem, { as: one.token, params })).status).toBe(404)
  expect((await api.call(cart.changeCartItem, { as: one.token, params, body: { quantity: 1 } })).status).toBe(
    404,
  )
  expect(await brokenPromises(api)).toEqual([])
})

test('what the gala needs is judged at checkout, and the cart stays', async () => {
  const api = await startApi()
  const summit = await theSummit(api)
  const { token: as } = await aCustomer(api)
  await api.call(cart.addToCart, { as, body: { ticketTypeId: summit.gala, quantity: 1 } })

  const refused = await api.call(cart.checkout, { as, body: {}, idempotencyKey: api.newKey() })

  expect(refused.body).toMatchObject({ code: 'requirement_missing', requires: [summit.general] })
  expect((await api.call(cart.getCart, { as })).body.items).toHaveLength(1)
})

test('a call that needs no body may name the type of one', async () => {
  const api = await startApi()
  const summit = await theSummit(api)
  const { token: as } = await aCustomer(api)
  await api.call(cart.addToCart, { as, body: { ticketTypeId: summit.general, quantity: 1 } })

  const headers = { 'content-type': 'application/json' }
  const bought = await api.call(cart.checkout, { as, headers, idempotencyKey: api.newKey() })

  expect([bought.status, bought.body.status]).toEqual([201, 'completed'])
})

test('a ticket type of a draft is answered like one that does not exist, whatever is in the cart', async () => {
  const api = await startApi()
  const summit = await theSummit(api)
  const draft = await theSummit(api, { event: { status: 'draft', slug: 'next-year', code: 'EBS2027' } })
  const { token: as } = await aCustomer(api)
  await api.call(cart.addToCart, { as, body: { ticketTypeId: summit.general } })

  const add = (ticketTypeId: string) => api.call(cart.addToCart, { as, body: { ticketTypeId } })
  for (const ticketTypeId of [draft.general, `ticket_type_${'0'.repeat(32)}`]) {
    expect((await add(ticketTypeId)).body.code).toBe('ticket_type_unknown')
  }
  expect((await api.call(cart.getCart, { as })).body.items).toHaveLength(1)
})
