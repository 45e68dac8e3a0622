import * as events from '@event-sphere/contract/events'
import { changeTicketType } from '@event-sphere/contract/ticket-types'
import { expect, test } from 'vitest'
import { aCustomer, buys } from '../cast/buyers.ts'
import { foundOrganization } from '../cast/staff.ts'
import { startApi, type TestApi } from '../cast/start-api.ts'
import { theSummit } from '../cast/summit.ts'
import { createPlanned, publicly } from './cast.ts'

const day = (number: number, hour = '08:00') => `2026-07-${number}T${hour}:00+03:00`
const create = (api: TestApi, body: object, as = api.admin, organizationId = api.organizationId) =>
  api.call(events.createEvent, {
    as,
    body: {
      organizationId,
      title: 'Summit',
      slug: 'summit-2026',
      status: 'published',
      startDateTime: day(15),
      endDateTime: day(17, '18:00'),
      ...body,
    },
  })
const change = (api: TestApi, id: string, body: object) =>
  api.call(events.changeEvent, { as: api.admin, params: { id }, body })

const optional = {
  description: 'Three days',
  category: 'Business',
  locationName: 'Eldoret Sports Club',
  locationAddress: 'Eldoret, Kenya',
  locationCity: 'Eldoret',
  locationCountry: 'Kenya',
  locationCoordinates: { latitude: 0.5143, longitude: 35.269 },
  ageRestriction: 'GA',
  featuredImage: 'https://example.com/summit.jpg',
  tags: ['trade'],
  maxAttendees: 2000,
  metadata: { sponsor: { name: 'Chamber', tiers: [1, 2] }, open: true },
}

test('a change touches what it says and nothing else', async () => {
  const api = await startApi()
  const before = (await createPlanned(api)).body
  const change = {
    title: 'The Summit',
    tags: [],
    endDateTime: '2026-07-16T18:00:00+03:00',
    isFeatured: false,
  }

  const { status, body } = await api.call(events.changeEvent, {
    as: api.key,
    params: { id: before.id },
    body: change,
  })

  expect(status).toBe(200)
  const days = ['2026-07-15', '2026-07-16']
  expect(body).toEqual({ ...before, ...change, endDateTime: '2026-07-16T15:00:00.000Z', days })
})

test('an end before the start that the event has is refused, and nothing is changed', async () => {
  const api = await startApi()
  const before = (await createPlanned(api)).body
  const params = { id: before.id }
  const body = { title: 'X', endDateTime: '2026-07-15T07:00:00+03:00' }

  const refused = await api.call(events.changeEvent, { as: api.admin, params, body })

  expect(refused).toMatchObject({ status: 400, body: { errors: [{ pointer: '/endDateTime' }] } })
  expect((await publicly(api, before.id)).body).toEqual(before)
})

test('metadata is kept and given back, to everybody who sees the event', async () => {
  const api = await startApi()
  const { body } = await create(api, optional)
  expect(body).toMatchObject(optional)
  const seen = await api.call(events.getPublicEvent, { params: { idOrSlug: body.id } })
  expect(seen.body.metadata).toEqual(optional.metadata)
  expect((await change(api, body.id, { metadata: { other: 1 } })).body.metadata).toEqual({ other: 1 })
  for (const metadata of [{ text: 'x'.repeat(9000) }, { nul: 'a\0b' }, { half: '\ud800' }, [1], 'text'])
    expect(await change(api, body.id, { metadata })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/metadata' }] },
    })
})

test('null empties what may be empty, and nothing else', async () => {
  const api = await startApi()
  const { body: before } = await create(api, optional)

  const cleared = await change(
    api,
    before.id,
    Object.fromEntries(Object.keys(optional).map((name) => [name, null])),
  )

  const kept = Object.fromEntries(Object.entries(before).filter(([name]) => !(name in optional)))
  expect(cleared.status).toBe(200)
  expect(cleared.body).toEqual({ ...kept, tags: [], maxAttendees: null, metadata: {} })
  for (const name of ['title', 'slug', 'code', 'startDateTime', 'endDateTime', 'status', 'timezone'])
    expect(await change(api, before.id, { [name]: null })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: `/${name}` }] },
    })
})

test("a slug and a code can change; two organizations may share a slug, and a code's owner is the first", async () => {
  const api = await startApi()
  const stranger = await foundOrganization(api.call, api.platform, 'stranger')
  const mine = (await create(api, { code: 'MINE' })).body
  const theirs = await create(api, { code: 'THEIRS' }, stranger.admin, stranger.organizationId)
  expect(theirs.status).toBe(201)
  const other = (await create(api, { slug: 'other', code: 'OTHER' })).body

  expect(await change(api, other.id, { slug: mine.slug })).toMatchObject({
    status: 409,
    body: { code: 'slug_taken' },
  })
  expect(await change(api, other.id, { code: 'THEIRS' })).toMatchObject({
    status: 409,
    body: { code: 'code_taken' },
  })
  expect((await change(api, other.id, { slug: 'moved', code: 'MOVED' })).body).toMatchObject({
    slug: 'moved',
    code: 'MOVED',
  })

  const bySlug = async (query: Record<string, string>) =>
    (await api.call(events.getPublicEvent, { params: { idOrSlug: 'summit-2026' }, query })).body.id
  expect(await bySlug({})).toBe(mine.id)
  expect(await bySlug({ organizationId: stranger.organizationId })).toBe(theirs.body.id)
})

test('a code stays once a ticket bears it, and so does the code of its type', async () => {
  const api = await startApi()
  const summit = await theSummit(api)
  const id = summit.eventId
  expect((await change(api, id, { code: 'FIRST' })).body.code).toBe('FIRST')
  await buys(api, summit, (await aCustomer(api)).token, { general: 1 })

  const refused = { status: 409, body: { code: 'already_sold', errors: [{ pointer: '/code' }] } }
  expect(await change(api, id, { code: 'SECOND' })).toMatchObject(refused)
  expect((await change(api, id, { code: 'FIRST', title: 'Same code' })).status).toBe(200)
  const ofType = (type: string, code: string) =>
    api.call(changeTicketType, { as: api.admin, params: { id: type }, body: { code } })
  expect(await ofType(summit.general, 'X')).toMatchObject(refused)
  expect((await ofType(summit.gala, 'NIGHT')).body.code).toBe('NIGHT')
})

test('a sub-event is an event of its own within its parent', async () => {
  const api = await startApi()
  const parent = (await create(api, { maxAttendees: 2000 })).body
  const workshop = {
    slug: 'workshop',
    parentEventId: parent.id,
    maxAttendees: 40,
    startDateTime: day(16),
    endDateTime: day(16, '12:00'),
  }

  const { status, body } = await create(api, workshop)

  expect(status).toBe(201)
  expect(body).toMatchObject({ parentEventId: parent.id, maxAttendees: 40, days: ['2026-07-16'] })
  expect(parent.parentEventId).toBeNull()
  const query = { parentEventId: parent.id }
  const listed = await api.call(events.listEvents, { as: api.agent, query })
  const publicly = await api.call(events.listPublicEvents, { query })
  expect([listed, publicly].map((list) => list.body.items.map((one) => one.id))).toEqual([
    [body.id],
    [body.id],
  ])
  expect((await change(api, body.id, { parentEventId: null })).body.parentEventId).toBeNull()
})

test('what does not fit its parent is refused, and says why', async () => {
  const api = await startApi()
  const stranger = await foundOrganization(api.call, api.platform, 'stranger')
  const theirs = (await create(api, {}, stranger.admin, stranger.organizationId)).body
  const parent = (await create(api, {})).body
  const part = (await create(api, { slug: 'part', parentEventId: parent.id })).body
  const refusedAt = (pointer: string) => ({
    status: 400,
    body: { code: 'invalid_request', errors: [{ pointer }] },
  })
  const trying = (more: object) => create(api, { slug: 'new', parentEventId: parent.id, ...more })

  expect(await trying({ startDateTime: day(15, '07:59') })).toMatchObject(refusedAt('/startDateTime'))
  expect(await trying({ endDateTime: day(17, '18:01') })).toMatchObject(refusedAt('/endDateTime'))
  expect(await trying({ parentEventId: theirs.id })).toMatchObject(refusedAt('/parentEventId'))
  expect(await trying({ parentEventId: part.id })).toMatchObject(refusedAt('/parentEventId'))
  expect(await change(api, parent.id, { parentEventId: parent.id })).toMatchObject(
    refusedAt('/parentEventId'),
  )
  expect(await change(api, parent.id, { startDateTime: day(16) })).toMatchObject(refusedAt('/startDateTime'))
  expect(await change(api, parent.id, { endDateTime: day(17, '17:00') })).toMatchObject(
    refusedAt('/endDateTime'),
  )
  expect(await change(api, part.id, { endDateTime: day(18) })).toMatchObject(refusedAt('/endDateTime'))
})
