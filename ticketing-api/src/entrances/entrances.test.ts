import * as entrances from '@event-sphere/contract/entrances'
import { changeEvent } from '@event-sphere/contract/events'
import { createTicketType } from '@event-sphere/contract/ticket-types'
import { newUuid } from '@event-sphere/kit/ids'
import { expect, test } from 'vitest'
import { aCustomer } from '../cast/buyers.ts'
import { foundOrganization } from '../cast/staff.ts'
import { startApi, type TestApi } from '../cast/start-api.ts'
import { type Summit, theSummit } from '../cast/summit.ts'

const { listEntrances, createEntrance, changeEntrance, deleteEntrance } = entrances

const list = async (api: TestApi, summit: Summit, as = api.agent) =>
  (await api.call(listEntrances, { as, query: { eventId: summit.eventId } })).body.items
const create = (api: TestApi, summit: Summit, more: object = {}, as = api.admin) =>
  api.call(createEntrance, {
    as,
    body: { eventId: summit.eventId, name: 'Gala Night', ticketTypeIds: [summit.gala], ...more },
  })
const change = (api: TestApi, id: string, body: object, as = api.admin) =>
  api.call(changeEntrance, { as, params: { id }, body })
const namesOf = (items: { admits: { name: string }[] }[]) =>
  items.map(({ admits }) => admits.map(({ name }) => name))

test('every event has its default entrance from the start, which admits everything', async () => {
  const api = await startApi()
  const summit = await theSummit(api)
  const [main, ...others] = await list(api, summit)
  expect(others).toEqual([])
  expect(main).toMatchObject({
    eventId: summit.eventId,
    name: 'Main Entrance',
    isDefault: true,
    ticketTypeIds: [],
    days: null,
    opensAt: null,
    closesAt: null,
    capacity: null,
    event: {
      title: 'Eldoret International Business Summit',
      timezone: 'Africa/Nairobi',
      status: 'published',
    },
  })
  expect(namesOf(main ? [main] : [])).toEqual([['General Admission', 'Gala Night Access']])
})

test('a type with an entrance of its own no longer opens the default one, unless that names it too', async () => {
  const api = await startApi()
  const summit = await theSummit(api)
  const made = await create(api, summit, {
    days: ['2026-07-16'],
    opensAt: '17:30',
    closesAt: '23:30',
    capacity: 500,
  })
  expect(made.status).toBe(201)
  expect(made.body).toMatchObject({
    name: 'Gala Night',
    isDefault: false,
    ticketTypeIds: [summit.gala],
    admits: [{ id: summit.gala, code: 'GALA', name: 'Gala Night Access' }],
    days: ['2026-07-16'],
    opensAt: '17:30',
    closesAt: '23:30',
    capacity: 500,
  })
  const [main, gala] = await list(api, summit)
  expect(gala).toEqual(made.body)
  expect(namesOf(main ? [main] : [])).toEqual([['General Admission']])

  await change(api, main?.id ?? '', { ticketTypeIds: [summit.gala] })
  expect(namesOf(await list(api, summit))).toEqual([
    ['General Admission', 'Gala Night Access'],
    ['Gala Night Access'],
  ])
  await change(api, main?.id ?? '', { ticketTypeIds: [] })
  const late = { eventId: summit.eventId, name: 'Press', price: 0, quantity: 5 }
  await api.call(createTicketType, { as: api.admin, body: late })
  expect(namesOf(await list(api, summit))).toEqual([['General Admission', 'Press'], ['Gala Night Access']])
})

test('a bundle opens nothing itself: its buyers hold tickets of what it includes', async () => {
  const api = await startApi()
  const summit = await theSummit(api)
  const bundle = await api.call(createTicketType, {
    as: api.admin,
    body: { name: 'Full Access', code: 'FULL', price: 1500, includes: [summit.general, summit.gala] },
  })
  expect(bundle.status).toBe(201)
  expect(namesOf(await list(api, summit))).toEqual([['General Admission', 'Gala Night Access']])
  const own = await create(api, summit, { ticketTypeIds: [bundle.body.id] })
  expect([own.status, own.body.code]).toEqual([422, 'ticket_type_unknown'])
})

test('a change changes what it names, and null clears', async () => {
  const api = await startApi()
  const summit = await theSummit(api)
  const { body } = await create(api, summit, {
    opensAt: '17:30',
    closesAt: '23:30',
    days: ['2026-07-16'],
    capacity: 9,
  })
  const one = await change(api, body.id, { name: 'Gala Dinner', closesAt: null }, api.key)
  expect(one.body).toEqual({ ...body, name: 'Gala Dinner', closesAt: null })
  const two = await change(api, body.id, { days: null, opensAt: null, capacity: null })
  expect(two.body).toEqual({ ...one.body, days: null, opensAt: null, capacity: null })
  expect((await change(api, body.id, {})).body).toEqual(two.body)
})

test('names are one of a kind in an event, whatever their case and spaces', async () => {
  const api = await startApi()
  const summit = await theSummit(api)
  const { body: gala } = await create(api, summit)
  for (const name of ['gala night', 'Gala  Night', 'main ENTRANCE']) {
    const again = await create(api, summit, { name })
    expect([again.status, again.body.code]).toEqual([409, 'name_taken'])
  }
  const renamed = await change(api, gala.id, { name: 'Main entrance' })
  expect([renamed.status, renamed.body.code]).toEqual([409, 'name_taken'])
  expect((await change(api, gala.id, { name: 'GALA NIGHT' })).body.name).toBe('GALA NIGHT')
})

test('what does not fit is refused by its field', async () => {
  const api = await startApi()
  const summit = await theSummit(api)
  const bad: [object, string][] = [
    [{ days: ['2026-07-18'] }, '/days'],
    [{ days: [] }, '/days'],
    [{ opensAt: '25:00' }, '/opensAt'],
    [{ closesAt: '9:00' }, '/closesAt'],
    [{ capacity: 0 }, '/capacity'],
    [{ ticketTypeIds: [] }, '/ticketTypeIds'],
    [{ name: ' ' }, '/name'],
  ]
  for (const [more, pointer] of bad) {
    const { status, text } = await create(api, summit, more)
    expect([status, JSON.parse(text).errors?.[0]?.pointer]).toEqual([400, pointer])
  }
  const other = await theSummit(api, { event: { slug: 'other', code: 'OTHER' } })
  const foreign = await create(api, summit, { ticketTypeIds: [summit.gala, other.gala] })
  expect([foreign.status, foreign.body.code]).toEqual([422, 'ticket_type_unknown'])
  expect(await list(api, summit)).toHaveLength(1)

  const { body: gala } = await create(api, summit)
  const emptied = await change(api, gala.id, { ticketTypeIds: [] })
  expect([emptied.status, emptied.body.code]).toEqual([400, 'invalid_request'])
})

test('an entrance that nobody used goes, and its tickets open the default one again; the default one stays', async () => {
  const api = await startApi()
  const summit = await theSummit(api)
  const { body: gala } = await create(api, summit)
  expect((await api.call(deleteEntrance, { as: api.admin, params: { id: gala.id } })).status).toBe(204)
  const [main, ...others] = await list(api, summit)
  expect(others).toEqual([])
  expect(namesOf(main ? [main] : [])).toEqual([['General Admission', 'Gala Night Access']])

  const { status, text } = await api.call(deleteEntrance, { as: api.admin, params: { id: main?.id ?? '' } })
  expect([status, JSON.parse(text).code]).toEqual([409, 'entrance_in_use'])
})

test('without an event the list holds the entrances of published events that are not over, and the clock', async () => {
  const api = await startApi()
  const summit = await theSummit(api)
  await theSummit(api, { event: { slug: 'draft', code: 'DRAFT', status: 'draft' } })
  const fair = { slug: 'fair', code: 'FAIR', title: 'Trade Fair' }
  await theSummit(api, { event: { ...fair, endDateTime: '2026-07-20T18:00:00+03:00' } })
  await create(api, summit)
  const open = async () => {
    const { body } = await api.call(listEntrances, { as: api.admin })
    return body.items?.map(({ event, name }) => `${event.title.split(' ')[0]}: ${name}`)
  }
  expect(await open()).toEqual(['Eldoret: Main Entrance', 'Eldoret: Gala Night', 'Trade: Main Entrance'])
  const { body } = await api.call(listEntrances, { as: api.admin })
  expect(body.now).toMatch(/^2026-07-01T09:0/)

  await api.call(changeEvent, {
    as: api.admin,
    params: { id: summit.eventId },
    body: { startDateTime: '2026-06-28T08:00:00+03:00', endDateTime: '2026-06-30T18:00:00+03:00' },
  })
  expect(await open()).toEqual(['Trade: Main Entrance'])
})

test('entrances are the organization’s own: agents read them, and nobody else touches them', async () => {
  const api = await startApi()
  const summit = await theSummit(api)
  const { body: gala } = await create(api, summit)
  const other = await foundOrganization(api.call, api.platform, 'other')
  const { token } = await aCustomer(api)
  const asked = { query: { eventId: summit.eventId } }

  for (const as of [api.admin, api.agent, api.key])
    expect((await api.call(listEntrances, { as, ...asked })).status).toBe(200)
  expect((await api.call(listEntrances, { as: token, ...asked })).status).toBe(403)
  expect((await api.call(listEntrances, { as: other.agent, ...asked })).status).toBe(404)
  expect((await api.call(listEntrances, { as: other.agent })).body.items).toEqual([])

  const params = { id: gala.id }
  for (const [as, status] of [
    [api.agent, 403],
    [token, 403],
    [other.admin, 404],
    [other.key, 404],
  ] as const) {
    expect((await create(api, summit, { name: 'X' }, as)).status).toBe(status)
    expect((await change(api, gala.id, { name: 'X' }, as)).status).toBe(status)
    expect((await api.call(deleteEntrance, { as, params })).status).toBe(status)
  }
  const missing = `entrance_${newUuid().replaceAll('-', '')}`
  expect((await change(api, missing, { name: 'X' })).status).toBe(404)
  expect((await list(api, summit)).map(({ name }) => name)).toEqual(['Main Entrance', 'Gala Night'])
})
