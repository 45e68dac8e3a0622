import { changeEvent } from '@event-sphere/contract/events'
import * as types from '@event-sphere/contract/ticket-types'
import { sql } from '@event-sphere/kit/database/database'
import { expect, test } from 'vitest'
import { aCustomer, aPendingPurchase, buys } from '../cast/buyers.ts'
import { startApi } from '../cast/start-api.ts'
import { theSummit } from '../cast/summit.ts'
import { onOffer } from './cast.ts'

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

test("a type without days of its own follows the event's", async () => {
  const api = await startApi()
  const { eventId } = await theSummit(api)
  const body = { endDateTime: '2026-07-16T18:00:00+03:00' }
  await api.call(changeEvent, { as: api.admin, params: { id: eventId }, body })
  expect((await onOffer(api, eventId))[0]?.admitsOn).toEqual(['2026-07-15', '2026-07-16'])
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
