import * as types from '@event-sphere/contract/ticket-types'
import { expect, test } from 'vitest'
import { brokenPromises } from '../cast/broken-promises.ts'
import { aCustomer, buys } from '../cast/buyers.ts'
import { startApi, type TestApi } from '../cast/start-api.ts'
import { theSummit } from '../cast/summit.ts'
import { change, create } from './cast.ts'

const remaining = async (api: TestApi, eventId: string) =>
  Object.fromEntries(
    (await api.call(types.listPublicTicketTypes, { params: { eventId } })).body.items.map((type) => [
      type.code,
      type.remaining,
    ]),
  )

test('null empties what may be empty, or brings the default back', async () => {
  const api = await startApi()
  const { eventId } = await theSummit(api)
  const said = {
    ...{ eventId, name: 'Pass', price: 100, quantity: 50, description: 'One day', benefits: ['Tea'] },
    ...{ saleStartDate: '2026-02-01T00:00:00Z', saleEndDate: '2026-07-01T20:00:00Z' },
    ...{ maxPerPurchase: 2, maxPerPerson: 3, admitsOn: ['2026-07-15'], metadata: { a: 1 } },
  }
  const { body: before } = await create(api, said)

  const { status, body } = await change(api, before.id, {
    ...{ description: null, benefits: null, saleStartDate: null, saleEndDate: null },
    ...{ maxPerPurchase: null, maxPerPerson: null, admitsOn: null, metadata: null, requires: null },
  })

  expect(status).toBe(200)
  expect(body).toEqual({
    ...before,
    ...{ description: null, benefits: [], saleStartDate: null, metadata: {} },
    // An end that is not set is the event's.
    saleEndDate: '2026-07-17T15:00:00.000Z',
    ...{ maxPerPurchase: 10, maxPerPerson: 10, admitsOn: ['2026-07-15', '2026-07-16', '2026-07-17'] },
  })
  for (const name of ['name', 'price', 'quantity', 'code', 'isActive', 'includes'])
    expect(await change(api, before.id, { [name]: null })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: `/${name}` }] },
    })
})

test('what a type requires can change until it is sold, and moves what it draws from', async () => {
  const api = await startApi()
  const summit = await theSummit(api, { event: { maxAttendees: 100 } })
  const { eventId, general, gala } = summit
  expect(await remaining(api, eventId)).toEqual({ GA: 100, GALA: 500 })

  expect((await change(api, gala, { requires: [] })).body.requires).toEqual([])
  expect(await remaining(api, eventId)).toEqual({ GA: 100, GALA: 100 })
  expect((await change(api, gala, { metadata: { requiresGeneralAdmission: true } })).body.requires).toEqual([
    general,
  ])
  expect(await remaining(api, eventId)).toEqual({ GA: 100, GALA: 500 })

  await buys(api, summit, (await aCustomer(api)).token, { general: 1, gala: 1 })
  const refused = { status: 409, body: { code: 'already_sold', errors: [{ pointer: '/requires' }] } }
  expect(await change(api, gala, { requires: [] })).toMatchObject(refused)
  expect(await change(api, gala, { requires: [gala] })).toMatchObject({ status: 422 })
  expect((await change(api, gala, { requires: [general], price: 2000 })).body).toMatchObject({ price: 2000 })
  expect(await brokenPromises(api)).toEqual([])
})

test('what a bundle includes can change until it is sold, and so can what those draw from', async () => {
  const api = await startApi()
  const { eventId, general, gala } = await theSummit(api, { event: { maxAttendees: 100 } })
  const bundle = (await create(api, { name: 'Pass', code: 'PASS', price: 1500, includes: [gala] })).body.id
  expect((await remaining(api, eventId)).PASS).toBe(500)

  expect((await change(api, bundle, { includes: [general, gala] })).body.includes).toEqual([general, gala])
  expect((await remaining(api, eventId)).PASS).toBe(100)
  const twice = { status: 400, body: { code: 'invalid_request', errors: [{ pointer: '/includes' }] } }
  expect(await change(api, gala, { requires: null })).toMatchObject(twice)
  await change(api, bundle, { includes: [gala] })
  // The bundle follows what it includes.
  await change(api, gala, { requires: null })
  expect((await remaining(api, eventId)).PASS).toBe(100)
  expect(await change(api, bundle, { includes: [general, gala] })).toMatchObject(twice)
  expect((await change(api, bundle, { quantity: 7 })).body).toMatchObject({ quantity: 7, remaining: 7 })
  for (const [body, pointer] of [
    [{ admitsOn: ['2026-07-15'] }, '/admitsOn'],
    [{ includes: [bundle] }, '/includes'],
  ] as const)
    expect((await change(api, bundle, body)).body).toMatchObject({ errors: [{ pointer }] })
  expect((await change(api, gala, { includes: [general] })).body).toMatchObject({
    errors: [{ pointer: '/includes' }],
  })
})

test('a code is taken once in an event', async () => {
  const api = await startApi()
  const { gala } = await theSummit(api)
  expect(await change(api, gala, { code: 'GA' })).toMatchObject({ status: 409, body: { code: 'code_taken' } })
})
