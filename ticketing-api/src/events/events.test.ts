import * as events from '@event-sphere/contract/events'
import { sql } from '@event-sphere/kit/database/database'
import { expect, test } from 'vitest'
import { aCustomer, buys } from '../cast/buyers.ts'
import { foundOrganization } from '../cast/staff.ts'
import { startApi, type TestApi } from '../cast/start-api.ts'
import { theSummit } from '../cast/summit.ts'

const planned = (organizationId: string) => ({
  title: 'Eldoret International Business Summit 2026',
  slug: 'eldoret-business-summit-2026',
  description: 'Join us for a 3-day international business summit...',
  category: 'Business Conference',
  organizationId,
  status: 'published' as const,
  isFeatured: true,
  isFree: false,
  startDateTime: '2026-07-15T08:00:00+03:00',
  endDateTime: '2026-07-17T18:00:00+03:00',
  locationName: 'Eldoret Sports Club',
  locationCoordinates: { latitude: 0.5143, longitude: 35.269 },
  featuredImage: 'https://example.com/summit.jpg',
  maxAttendees: 2000,
  tags: ['business', 'networking'],
})

const create = (api: TestApi, change: object = {}, as = api.admin) =>
  api.call(events.createEvent, { as, body: { ...planned(api.organizationId), ...change } })
const publicly = (api: TestApi, idOrSlug: string) => api.call(events.getPublicEvent, { params: { idOrSlug } })

test('an event is made as the plan says it, with a code of its own and its days in its own zone', async () => {
  const api = await startApi()

  const { status, body } = await create(api)

  expect(status).toBe(201)
  expect(body).toMatchObject({
    ...planned(api.organizationId),
    startDateTime: '2026-07-15T05:00:00.000Z',
    endDateTime: '2026-07-17T15:00:00.000Z',
    organizationName: 'kncci',
    code: 'EBS2026',
    timezone: 'Africa/Nairobi',
    days: ['2026-07-15', '2026-07-16', '2026-07-17'],
  })
  const read = await api.call(events.getEvent, { as: api.agent, params: { id: body.id } })
  expect(read).toMatchObject({ status: 200, body })
  expect((await publicly(api, body.id)).body).toEqual(body)
  expect((await publicly(api, body.slug)).body).toEqual(body)
})

const daysAbroad: [string, string, string, string[]][] = [
  ['Africa/Nairobi', '2026-07-14T21:30:00Z', '2026-07-15T20:30:00Z', ['2026-07-15']],
  ['America/Los_Angeles', '2026-07-15T05:00:00Z', '2026-07-15T15:00:00Z', ['2026-07-14', '2026-07-15']],
  ['Europe/Berlin', '2026-10-24T22:30:00Z', '2026-10-26T22:30:00Z', ['2026-10-25', '2026-10-26']],
]

test('the days of an event are those of its own zone', async () => {
  const api = await startApi()
  for (const [timezone, startDateTime, endDateTime, days] of daysAbroad) {
    const slug = timezone.toLowerCase().replaceAll(/[^a-z]/g, '-')
    const { body } = await create(api, { slug, timezone, startDateTime, endDateTime })
    expect(body.days).toEqual(days)
  }
})

test('a slug is taken once, and so is a code', async () => {
  const api = await startApi()
  await create(api)

  expect(await create(api, { code: 'OTHER' })).toMatchObject({ status: 409, body: { code: 'slug_taken' } })
  const sameCode = await create(api, { slug: 'another', code: 'EBS2026' })
  expect(sameCode).toMatchObject({ status: 409, body: { code: 'code_taken' } })
  const sameInitials = await create(api, { slug: 'eldoret-big-show-2026' })
  expect(sameInitials).toMatchObject({ status: 201, body: { code: 'EBS2026B' } })
})

test('of two who make the same event at once, one does', async () => {
  const api = await startApi()
  const answers = await Promise.all([create(api), create(api), create(api)])
  expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409])
})

const badEvents: [object, string][] = [
  [{ title: '' }, '/title'],
  [{ slug: 'Not A Slug' }, '/slug'],
  [{ code: 'ebs' }, '/code'],
  [{ timezone: 'Mars/Olympus' }, '/timezone'],
  [{ startDateTime: '2026-07-15' }, '/startDateTime'],
  [{ startDateTime: 1_784_000_000 }, '/startDateTime'],
  [{ endDateTime: '2026-07-15T08:00:00+03:00' }, '/endDateTime'],
  [{ endDateTime: '9999-12-31T00:00:00Z' }, '/endDateTime'],
  [{ maxAttendees: 0 }, '/maxAttendees'],
  [{ status: 'sold' }, '/status'],
  [{ featuredImage: 'javascript:alert(1)' }, '/featuredImage'],
  [{ locationCoordinates: { latitude: 91, longitude: 0 } }, '/locationCoordinates/latitude'],
  [{ organizationId: 'kncci' }, '/organizationId'],
]

test('a badly said event is refused and not made', async () => {
  const api = await startApi()
  for (const [change, pointer] of badEvents) {
    const refused = await create(api, change)
    expect(refused).toMatchObject({ status: 400, body: { code: 'invalid_request' } })
    expect(refused.body).toHaveProperty('errors.0.pointer', pointer)
  }
  expect((await api.call(events.listEvents, { as: api.admin })).body.items).toEqual([])
})

test('events are made by the organization itself', async () => {
  const api = await startApi()
  const other = await foundOrganization(api.call, api.platform, 'other')
  const customer = await aCustomer(api)

  for (const as of [other.admin, other.key])
    expect(await create(api, {}, as)).toMatchObject({ status: 404, body: { code: 'not_found' } })
  for (const as of [api.agent, api.platform, customer.token])
    expect(await create(api, {}, as)).toMatchObject({ status: 403, body: { code: 'forbidden' } })
  expect(await api.call(events.createEvent, { body: planned(api.organizationId) })).toMatchObject({
    status: 401,
  })
  expect((await create(api, {}, api.key)).status).toBe(201)
})

test("another organization's event is not there to be read or changed", async () => {
  const api = await startApi()
  const other = await foundOrganization(api.call, api.platform, 'other')
  const { id } = (await create(api, { status: 'draft' })).body
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
  const { id, slug } = (await create(api, { status: 'draft' })).body

  for (const idOrSlug of [id, slug, 'unknown', `event_${'0'.repeat(32)}`, '%00', "' or 1=1"])
    expect(await publicly(api, idOrSlug)).toMatchObject({ status: 404, body: { code: 'not_found' } })
  expect((await api.call(events.listPublicEvents)).body.items).toEqual([])

  await api.call(events.changeEvent, { as: api.admin, params: { id }, body: { status: 'published' } })
  expect((await publicly(api, slug)).status).toBe(200)
  expect((await api.call(events.listPublicEvents)).body.items).toHaveLength(1)
})

test('a change touches what it says and nothing else', async () => {
  const api = await startApi()
  const before = (await create(api)).body
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
  const before = (await create(api)).body
  const params = { id: before.id }
  const body = { title: 'X', endDateTime: '2026-07-15T07:00:00+03:00' }

  const refused = await api.call(events.changeEvent, { as: api.admin, params, body })

  expect(refused).toMatchObject({ status: 400, body: { errors: [{ pointer: '/endDateTime' }] } })
  expect((await publicly(api, before.id)).body).toEqual(before)
})

test('the cap follows maxAttendees, and never falls below what is taken', async () => {
  const api = await startApi()
  const summit = await theSummit(api)
  const customer = await aCustomer(api)
  await buys(api, summit, customer.token, { general: 3 })
  const resize = (maxAttendees: number) =>
    api.call(events.changeEvent, {
      as: api.admin,
      params: { id: summit.eventId },
      body: { title: `Of ${maxAttendees}`, maxAttendees },
    })

  expect(await resize(2)).toMatchObject({ status: 409, body: { code: 'sold_out' } })
  expect((await publicly(api, summit.eventId)).body).toMatchObject({
    title: 'Eldoret International Business Summit',
    maxAttendees: 2000,
  })
  expect(await resize(3)).toMatchObject({ status: 200, body: { title: 'Of 3', maxAttendees: 3 } })
  const late = await aCustomer(api)
  expect(await buys(api, summit, late.token, { general: 1 })).toMatchObject({
    status: 409,
    body: { code: 'sold_out' },
  })
})

test('a cap that is set after the sale began counts what was sold before', async () => {
  const api = await startApi()
  const summit = await theSummit(api, { event: { maxAttendees: undefined } })
  expect((await publicly(api, summit.eventId)).body.maxAttendees).toBeNull()
  const customer = await aCustomer(api)
  await buys(api, summit, customer.token, { general: 3 })

  const params = { id: summit.eventId }
  const resize = (maxAttendees: number) =>
    api.call(events.changeEvent, { as: api.admin, params, body: { maxAttendees } })

  expect((await resize(2)).status).toBe(409)
  expect(await resize(3)).toMatchObject({ status: 200, body: { maxAttendees: 3 } })
  const { rows } = await sql`select * from inv_seats_counted`.execute(api.ctx.database.reader)
  expect(rows).toEqual([])
})

test("an organization's list goes newest first, page by page, without a gap", async () => {
  const api = await startApi()
  const other = await foundOrganization(api.call, api.platform, 'other')
  await create(api, { slug: 'theirs', organizationId: other.organizationId }, other.admin)
  const slugs = ['one', 'two', 'three', 'four', 'five']
  for (const slug of slugs) await create(api, { slug, status: 'draft' })

  const seen = await allPages((query) => api.call(events.listEvents, { as: api.agent, query }), 2)

  expect(seen).toEqual(slugs.toReversed())
})

test('the public list goes soonest first, page by page, and of one organization where asked', async () => {
  const api = await startApi()
  const other = await foundOrganization(api.call, api.platform, 'other')
  const at = (day: string) => ({ startDateTime: `${day}T05:00:00Z`, endDateTime: `${day}T15:00:00Z` })
  await create(api, { slug: 'third', ...at('2026-09-03') })
  await create(api, { slug: 'first', ...at('2026-07-03') })
  await create(api, { slug: 'second-a', ...at('2026-08-03') })
  await create(api, { slug: 'second-b', ...at('2026-08-03') })
  const theirs = { organizationId: other.organizationId }
  await create(api, { slug: 'theirs', ...theirs, ...at('2026-08-01') }, other.admin)

  const seen = await allPages((query) => api.call(events.listPublicEvents, { query }), 1)

  expect(seen).toEqual(['first', 'theirs', 'second-a', 'second-b', 'third'])
  const own = await api.call(events.listPublicEvents, { query: theirs })
  expect(own.body.items.map((event) => event.slug)).toEqual(['theirs'])
})

test('a badly asked list is refused', async () => {
  const api = await startApi()
  for (const query of [
    { after: 'x' },
    { after: "0_'" },
    { limit: '0' },
    { limit: '201' },
    { limit: 'many' },
  ]) {
    expect((await api.call(events.listEvents, { as: api.admin, query })).status).toBe(400)
    expect((await api.call(events.listPublicEvents, { query })).status).toBe(400)
  }
})

test('lists of an organization are not for strangers', async () => {
  const api = await startApi()
  const customer = await aCustomer(api)
  expect((await api.call(events.listEvents)).status).toBe(401)
  expect((await api.call(events.listEvents, { as: customer.token })).status).toBe(403)
})

test('every event signs its tickets with a key of its own', async () => {
  const api = await startApi()
  const one = (await create(api)).body
  const other = (await create(api, { slug: 'another' })).body
  const { rows } = await sql<{ publicKey: string }>`
    select public_key as "publicKey" from ticket_keys`.execute(api.ctx.database.reader)
  expect(one.id).not.toBe(other.id)
  expect(new Set(rows.map((row) => row.publicKey)).size).toBe(2)
})

test('a public read that did not change costs no body', async () => {
  const api = await startApi()
  const { id, slug } = (await create(api)).body
  const first = await publicly(api, slug)
  const tag = first.headers.get('etag') ?? ''
  expect(tag).toMatch(/^W\/"[\w-]{22}"$/)
  expect(first.headers.get('cache-control')).toBe('public, no-cache')
  const again = (known: string) =>
    api.call(events.getPublicEvent, { params: { idOrSlug: slug }, headers: { 'if-none-match': known } })

  for (const known of [tag, tag.slice(2), `"x", ${tag}`, '*'])
    expect(await again(known)).toMatchObject({ status: 304, text: '' })
  expect((await again('W/"x"')).status).toBe(200)
  await api.call(events.changeEvent, { as: api.admin, params: { id }, body: { title: 'Other' } })
  const changed = await again(tag)
  expect(changed).toMatchObject({ status: 200, body: { title: 'Other' } })
  expect(changed.headers.get('etag')).not.toBe(tag)
})

test('what only some may read carries no tag', async () => {
  const api = await startApi()
  await create(api)
  const list = await api.call(events.listEvents, { as: api.admin })
  expect(list.headers.get('etag')).toBeNull()
  expect(list.headers.get('cache-control')).toBe('no-store')
})

type Page = { body: { items: { slug: string }[]; next: string | null } }

async function allPages(
  ask: (query: Record<string, string>) => Promise<Page>,
  limit: number,
): Promise<string[]> {
  const slugs: string[] = []
  for (let query: Record<string, string> = { limit: String(limit) }; ; ) {
    const { items, next } = (await ask(query)).body
    slugs.push(...items.map((event) => event.slug))
    if (next === null) return slugs
    query = { limit: String(limit), after: next }
  }
}
