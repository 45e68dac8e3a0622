import * as events from '@event-sphere/contract/events'
import { sql } from '@event-sphere/kit/database/database'
import { expect, test } from 'vitest'
import { startApi } from '../cast/start-api.ts'
import { createPlanned, planned, publicly } from './cast.ts'

test('an event is made as the plan says it, with a code of its own and its days in its own zone', async () => {
  const api = await startApi()

  const { status, body } = await createPlanned(api)

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
    const { body } = await createPlanned(api, { slug, timezone, startDateTime, endDateTime })
    expect(body.days).toEqual(days)
  }
})

test('a slug is taken once, and so is a code', async () => {
  const api = await startApi()
  await createPlanned(api)

  expect(await createPlanned(api, { code: 'OTHER' })).toMatchObject({
    status: 409,
    body: { code: 'slug_taken' },
  })
  const sameCode = await createPlanned(api, { slug: 'another', code: 'EBS2026' })
  expect(sameCode).toMatchObject({ status: 409, body: { code: 'code_taken' } })
  const sameInitials = await createPlanned(api, { slug: 'eldoret-big-show-2026' })
  expect(sameInitials).toMatchObject({ status: 201, body: { code: 'EBS2026B' } })
})

test('of two who make the same event at once, one does', async () => {
  const api = await startApi()
  const answers = await Promise.all([createPlanned(api), createPlanned(api), createPlanned(api)])
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
    const refused = await createPlanned(api, change)
    expect(refused).toMatchObject({ status: 400, body: { code: 'invalid_request' } })
    expect(refused.body).toHaveProperty('errors.0.pointer', pointer)
  }
  expect((await api.call(events.listEvents, { as: api.admin })).body.items).toEqual([])
})

test('every event signs its tickets with a key of its own', async () => {
  const api = await startApi()
  const one = (await createPlanned(api)).body
  const other = (await createPlanned(api, { slug: 'another' })).body
  const { rows } = await sql<{ publicKey: string }>`
    select public_key as "publicKey" from ticket_keys`.execute(api.ctx.database.reader)
  expect(one.id).not.toBe(other.id)
  expect(new Set(rows.map((row) => row.publicKey)).size).toBe(2)
})
