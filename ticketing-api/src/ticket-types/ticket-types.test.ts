import { changeEvent } from '@event-sphere/contract/events'
import * as types from '@event-sphere/contract/ticket-types'
import { sql } from '@event-sphere/kit/database/database'
import { expect, test } from 'vitest'
import { aCustomer, aPendingPurchase, buys } from '../cast/buyers.ts'
import { foundOrganization } from '../cast/staff.ts'
import { startApi, type TestApi } from '../cast/start-api.ts'
import { theSummit } from '../cast/summit.ts'

const create = (api: TestApi, body: object, as = api.admin) => api.call(types.createTicketType, { as, body })
const change = (api: TestApi, id: string, body: object, as = api.admin) =>
  api.call(types.changeTicketType, { as, params: { id }, body })
const onOffer = async (api: TestApi, eventId: string) =>
  (await api.call(types.listPublicTicketTypes, { params: { eventId } })).body.items

test("the plan's two types: general admission is free, the gala requires it on its own evening", async () => {
  const api = await startApi()
  const { eventId, general, gala } = await theSummit(api)

  const [first, second] = await onOffer(api, eventId)

  expect(first).toEqual({
    id: general,
    eventId,
    code: 'GA',
    name: 'General Admission',
    description: null,
    price: 0,
    currency: 'KES',
    saleState: 'on_sale',
    saleStartDate: '2026-01-31T21:00:00.000Z',
    saleEndDate: '2026-07-14T20:59:59.000Z',
    remaining: 2000,
    benefits: [],
    requires: [],
    includes: [],
    admitsOn: ['2026-07-15', '2026-07-16', '2026-07-17'],
    maxPerPurchase: 10,
    maxPerPerson: 10,
    metadata: {},
  })
  expect(second).toMatchObject({ id: gala, code: 'GALA', price: 1500, remaining: 500, requires: [general] })
  expect(second?.admitsOn).toEqual(['2026-07-16'])
})

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

test('what needs no other type draws from the event too, what needs one does not', async () => {
  const api = await startApi()
  const summit = await theSummit(api, { event: { maxAttendees: 100 }, general: { quantity: 500 } })
  const customer = await aCustomer(api)

  await buys(api, summit, customer.token, { general: 3 })

  const [general, gala] = await onOffer(api, summit.eventId)
  expect(general).toMatchObject({ remaining: 97, saleState: 'on_sale' })
  expect(gala).toMatchObject({ remaining: 500 })
  const staff = await api.call(types.listTicketTypes, { as: api.admin, params: { eventId: summit.eventId } })
  expect(staff.body.items[0]).toMatchObject({ quantity: 500, taken: 3, remaining: 97 })
})

test('seats that are held are not on offer', async () => {
  const api = await startApi()
  const summit = await theSummit(api)
  await aPendingPurchase(api, summit)
  const [general, gala] = await onOffer(api, summit.eventId)
  expect([general?.remaining, gala?.remaining]).toEqual([1999, 499])
})

test("the state of a sale goes by the database's clock", async () => {
  const api = await startApi({ now: '2026-01-31T20:59:00Z' })
  const summit = await theSummit(api)
  const states = async () => (await onOffer(api, summit.eventId)).map((type) => type.saleState)

  expect(await states()).toEqual(['not_started', 'not_started'])
  await api.moveTo('2026-01-31T21:00:00Z')
  expect(await states()).toEqual(['on_sale', 'on_sale'])
  await api.moveTo('2026-07-14T21:00:00Z')
  expect(await states()).toEqual(['ended', 'on_sale'])
})

test('few left and sold out are said', async () => {
  const api = await startApi()
  const summit = await theSummit(api, { general: { quantity: 12 } })
  const state = async () => (await onOffer(api, summit.eventId))[0]?.saleState
  const buy = async (general: number) => buys(api, summit, (await aCustomer(api)).token, { general })

  expect(await state()).toBe('on_sale')
  await buy(2)
  expect(await state()).toBe('few_left')
  await buy(10)
  expect(await state()).toBe('sold_out')
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

test("a type without days of its own follows the event's", async () => {
  const api = await startApi()
  const { eventId } = await theSummit(api)
  const body = { endDateTime: '2026-07-16T18:00:00+03:00' }
  await api.call(changeEvent, { as: api.admin, params: { id: eventId }, body })
  expect((await onOffer(api, eventId))[0]?.admitsOn).toEqual(['2026-07-15', '2026-07-16'])
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

test('an event that is not published offers nothing, one without types offers an empty list', async () => {
  const api = await startApi()
  const { eventId } = await theSummit(api, { event: { status: 'draft' } })
  const ask = (id: string) => api.call(types.listPublicTicketTypes, { params: { eventId: id } })

  for (const id of [eventId, 'x', `event_${'0'.repeat(32)}`])
    expect(await ask(id)).toMatchObject({ status: 404, body: { code: 'not_found' } })
  await api.call(changeEvent, { as: api.admin, params: { id: eventId }, body: { status: 'published' } })
  await sql`update ticket_types set is_active = false`.execute(api.ctx.database.reader)
  expect(await ask(eventId)).toMatchObject({ status: 200, body: { items: [] } })
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
