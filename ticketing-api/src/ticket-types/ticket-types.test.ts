import * as types from '@event-sphere/contract/ticket-types'
import { sql } from '@event-sphere/kit/database/database'
import { expect, test } from 'vitest'
import { aCustomer, buys } from '../cast/buyers.ts'
import { foundOrganization } from '../cast/staff.ts'
import { startApi } from '../cast/start-api.ts'
import { theSummit } from '../cast/summit.ts'
import { change, create, onOffer } from './cast.ts'

test('a type is made as it is said, and its staff sees more of it than the public', async () => {
  const api = await startApi()
  const { eventId } = await theSummit(api)
  const said = {
    eventId,
    name: 'Workshop Pass',
    description: 'One afternoon',
    price: 99,
    quantity: 40,
    isActive: false,
    benefits: ['Coffee', 'Tea'],
    maxPerPurchase: 2,
    maxPerPerson: 3,
    admitsOn: ['2026-07-17', '2026-07-15', '2026-07-17'],
  }

  const { status, body } = await create(api, said, api.key)

  expect(status).toBe(201)
  const made = { ...said, code: 'WP', taken: 0, remaining: 40, admitsOn: ['2026-07-15', '2026-07-17'] }
  expect(body).toMatchObject(made)
  const staff = (await api.call(types.listTicketTypes, { as: api.agent, params: { eventId } })).body.items
  expect(staff.map((type) => type.code)).toEqual(['GA', 'GALA', 'WP'])
  expect(staff[2]).toEqual(body)
  expect((await onOffer(api, eventId)).map((type) => type.code)).toEqual(['GA', 'GALA'])
})

test("the plan's flag means the type coded GA or the only free one, else it is refused", async () => {
  const api = await startApi()
  const { eventId } = await theSummit(api, { general: { code: 'ENTRY' } })
  const flagged = {
    eventId,
    name: 'Gala',
    price: 1500,
    quantity: 5,
    metadata: { requiresGeneralAdmission: true },
  }
  expect((await create(api, { ...flagged, code: 'G2' })).status).toBe(201)

  await create(api, { eventId, name: 'Press', price: 0, quantity: 5 })

  const refused = await create(api, { ...flagged, code: 'G3' })
  expect(refused).toMatchObject({ status: 422, body: { code: 'ticket_type_unknown' } })
})

test('a type requires only what its own event offers', async () => {
  const api = await startApi()
  const { eventId } = await theSummit(api)
  const other = await theSummit(api, { event: { slug: 'other', code: 'OTHER' } })
  const body = { eventId, name: 'Dinner', price: 1, quantity: 1 }

  for (const requires of [[other.general], [`ticket_type_${'0'.repeat(32)}`]])
    expect(await create(api, { ...body, requires })).toMatchObject({
      status: 422,
      body: { code: 'ticket_type_unknown' },
    })
  expect((await create(api, { ...body, requires: ['x'] })).status).toBe(400)
})

test('a code is taken once in an event, however many try at once', async () => {
  const api = await startApi()
  const { eventId } = await theSummit(api)
  const body = { eventId, name: 'Very Important', price: 1, quantity: 1 }

  expect(await create(api, { ...body, code: 'GA' })).toMatchObject({
    status: 409,
    body: { code: 'code_taken' },
  })
  const named = await Promise.all([1, 2, 3].map(() => create(api, { ...body, code: 'VIP' })))
  expect(named.map((answer) => answer.status).sort()).toEqual([201, 409, 409])
  const unnamed = await Promise.all([1, 2, 3].map(() => create(api, body)))
  expect(unnamed.map((answer) => answer.body.code).sort()).toEqual(['VI', 'VI2', 'VI3'])
  const { rows } = await sql<{ number: number }>`
    select number from ticket_types order by number`.execute(api.ctx.database.reader)
  expect(rows.map((row) => row.number)).toEqual([1, 2, 3, 4, 5, 6])
})

const badTypes: [object, string][] = [
  [{ name: '' }, '/name'],
  [{ price: -1 }, '/price'],
  [{ price: 0.001 }, '/price'],
  [{ price: '1500' }, '/price'],
  [{ price: 21_474_836.48 }, '/price'],
  [{ quantity: 0 }, '/quantity'],
  [{ quantity: 1.5 }, '/quantity'],
  [{ maxPerPurchase: 101 }, '/maxPerPurchase'],
  [{ admitsOn: ['2026-07-18'] }, '/admitsOn'],
  [{ metadata: { galaDate: '2026-08-16' } }, '/admitsOn'],
  [{ saleStartDate: '2026-07-01T00:00:00Z', saleEndDate: '2026-06-01T00:00:00Z' }, '/saleEndDate'],
  [{ benefits: 'many' }, '/benefits'],
  [{ code: 'lower' }, '/code'],
]

test('a badly said type is refused and not made', async () => {
  const api = await startApi()
  const { eventId } = await theSummit(api)
  for (const [fault, pointer] of badTypes) {
    const refused = await create(api, { eventId, name: 'Dinner', price: 1, quantity: 1, ...fault })
    expect(refused).toMatchObject({ status: 400, body: { code: 'invalid_request', errors: [{ pointer }] } })
  }
  expect(await onOffer(api, eventId)).toHaveLength(2)
})

test('a change touches what it says and nothing else', async () => {
  const api = await startApi()
  const { eventId, gala } = await theSummit(api)
  const before = (await api.call(types.listTicketTypes, { as: api.admin, params: { eventId } })).body.items[1]
  const changed = { price: 2000, quantity: 600, benefits: ['Dinner'], admitsOn: ['2026-07-17'] }

  const { status, body } = await change(api, gala, changed)

  expect(status).toBe(200)
  expect(body).toEqual({ ...before, ...changed, remaining: 600 })
})

test('a quantity never falls below what is taken, and a refused change changes nothing', async () => {
  const api = await startApi()
  const summit = await theSummit(api)
  await buys(api, summit, (await aCustomer(api)).token, { general: 3 })

  const refused = await change(api, summit.general, { quantity: 2, name: 'Less' })

  expect(refused).toMatchObject({ status: 409, body: { code: 'sold_out' } })
  expect((await onOffer(api, summit.eventId))[0]?.name).toBe('General Admission')
  const exact = await change(api, summit.general, { quantity: 3 })
  expect(exact.body).toMatchObject({ quantity: 3, taken: 3, remaining: 0, saleState: 'sold_out' })
})

test('a window turned round and days outside the event are refused', async () => {
  const api = await startApi()
  const { general } = await theSummit(api)
  const turned = await change(api, general, { saleEndDate: '2026-01-01T00:00:00Z' })
  expect(turned).toMatchObject({ status: 400, body: { errors: [{ pointer: '/saleEndDate' }] } })
  const outside = await change(api, general, { admitsOn: ['2026-07-14'] })
  expect(outside).toMatchObject({ status: 400, body: { errors: [{ pointer: '/admitsOn' }] } })
})

test("another organization's types are not there to be read or changed", async () => {
  const api = await startApi()
  const { eventId, general } = await theSummit(api)
  const other = await foundOrganization(api.call, api.platform, 'other')
  const customer = await aCustomer(api)
  const params = { eventId }
  const body = { eventId, name: 'Dinner', price: 1, quantity: 1 }

  for (const as of [other.admin, other.key]) {
    expect((await create(api, body, as)).status).toBe(404)
    expect((await change(api, general, { price: 1 }, as)).status).toBe(404)
    expect((await api.call(types.listTicketTypes, { as, params })).status).toBe(404)
  }
  for (const as of [api.agent, api.platform, customer.token]) {
    expect((await create(api, body, as)).status).toBe(403)
    expect((await change(api, general, { price: 1 }, as)).status).toBe(403)
  }
  expect((await api.call(types.listTicketTypes, { as: customer.token, params })).status).toBe(403)
  expect((await api.call(types.listTicketTypes, { params })).status).toBe(401)
  expect((await api.call(types.createTicketType, { body })).status).toBe(401)
  for (const id of ['x', `ticket_type_${'0'.repeat(32)}`])
    expect((await change(api, id, { price: 1 })).status).toBe(404)
  const unknown = { ...body, eventId: `event_${'0'.repeat(32)}` }
  expect((await create(api, unknown)).status).toBe(404)
  expect((await onOffer(api, eventId)).map((type) => type.price)).toEqual([0, 1500])
})

test('a price is whole shillings, and cents are refused by name', async () => {
  const api = await startApi()
  const { eventId, gala } = await theSummit(api)
  const fault = { status: 400, body: { code: 'invalid_request', errors: [{ pointer: '/price' }] } }
  for (const price of [99.5, 0.01, 19.99]) {
    expect(await create(api, { eventId, name: 'Pass', price, quantity: 5 })).toMatchObject(fault)
    expect(await change(api, gala, { price })).toMatchObject(fault)
  }
  const document = await (await fetch(`${api.url}/api/openapi.json`)).text()
  expect(document).not.toContain('multipleOf')
})
