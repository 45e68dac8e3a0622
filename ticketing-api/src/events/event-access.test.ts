import * as events from '@event-sphere/contract/events'
import { expect, test } from 'vitest'
import { aCustomer } from '../cast/buyers.ts'
import { foundOrganization } from '../cast/staff.ts'
import { startApi } from '../cast/start-api.ts'
import { createPlanned, planned, publicly } from './cast.ts'

test('events are made by the organization itself', async () => {
  const api = await startApi()
  const other = await foundOrganization(api.call, api.platform, 'other')
  const customer = await aCustomer(api)

  for (const as of [other.admin, other.key])
    expect(await createPlanned(api, {}, as)).toMatchObject({ status: 404, body: { code: 'not_found' } })
  for (const as of [api.agent, api.platform, customer.token])
    expect(await createPlanned(api, {}, as)).toMatchObject({ status: 403, body: { code: 'forbidden' } })
  expect(await api.call(events.createEvent, { body: planned(api.organizationId) })).toMatchObject({
    status: 401,
  })
  expect((await createPlanned(api, {}, api.key)).status).toBe(201)
})

test("another organization's event is not there to be read or changed", async () => {
  const api = await startApi()
  const other = await foundOrganization(api.call, api.platform, 'other')
  const { id } = (await createPlanned(api, { status: 'draft' })).body
  const body = { title: 'Taken over' }

  for (const as of [other.admin, other.key]) {
    expect((await api.call(events.getEvent, { as, params: { id } })).status).toBe(404)
    expect((await api.call(events.changeEvent, { as, params: { id }, body })).status).toBe(404)
  }
  for (const unknown of ['event_x', `event_${'0'.repeat(32)}`]) {
    const params = { id: unknown }
    expect((await api.call(events.getEvent, { as: api.admin, params })).status).toBe(404)
    expect((await api.call(events.changeEvent, { as: api.admin, params, body })).status).toBe(404)
  }
  expect((await api.call(events.changeEvent, { as: api.agent, params: { id }, body })).status).toBe(403)
  expect((await api.call(events.changeEvent, { params: { id }, body })).status).toBe(401)
  const read = await api.call(events.getEvent, { as: api.admin, params: { id } })
  expect(read.body.title).toBe('Eldoret International Business Summit 2026')
})

test('the public sees published events only', async () => {
  const api = await startApi()
  const { id, slug } = (await createPlanned(api, { status: 'draft' })).body

  for (const idOrSlug of [id, slug, 'unknown', `event_${'0'.repeat(32)}`, '%00', "' or 1=1"])
    expect(await publicly(api, idOrSlug)).toMatchObject({ status: 404, body: { code: 'not_found' } })
  expect((await api.call(events.listPublicEvents)).body.items).toEqual([])

  await api.call(events.changeEvent, { as: api.admin, params: { id }, body: { status: 'published' } })
  expect((await publicly(api, slug)).status).toBe(200)
  expect((await api.call(events.listPublicEvents)).body.items).toHaveLength(1)
})

test('lists of an organization are not for strangers', async () => {
  const api = await startApi()
  const customer = await aCustomer(api)
  expect((await api.call(events.listEvents)).status).toBe(401)
  expect((await api.call(events.listEvents, { as: customer.token })).status).toBe(403)
})
