import * as types from '@event-sphere/contract/ticket-types'
import { sql } from '@event-sphere/kit/database/database'
import { expect, test } from 'vitest'
import { foundOrganization } from '../cast/staff.ts'
import { startApi, type TestApi } from '../cast/start-api.ts'
import { theSummit } from '../cast/summit.ts'

const create = (api: TestApi, body: object, as = api.admin) => api.call(types.createTicketType, { as, body })

/** The plan's bundle, field by field. */
const fullAccess = {
  name: 'Full Access Pass (Summit + Gala)',
  description: 'Complete access to all summit sessions and gala night',
  price: 1500,
  benefits: [
    'Everything in General Admission',
    'Everything in Gala Night Access',
    'Priority seating at gala',
  ],
  metadata: { bundle: true, includes: ['general_admission', 'gala_night'] },
}

/** The quotas that a type draws from, by the code of the type whose own they are; `event` is the event's cap. */
async function drawsOf(api: TestApi, code: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select q.name from ticket_types t join ticket_type_quotas d on d.ticket_type_id = t.id
      join quotas q on q.id = d.quota_id where t.code = ${code} order by q.name`.execute(
    api.ctx.database.reader,
  )
  return rows.map((row) => row.name)
}

test("the plan's bundle, as it is written, includes both types and draws from the stock of both", async () => {
  const api = await startApi()
  const { eventId, general, gala } = await theSummit(api)

  const { status, body } = await create(api, fullAccess)

  expect(status).toBe(201)
  expect(body).toMatchObject({
    eventId,
    includes: [general, gala],
    metadata: fullAccess.metadata,
    benefits: fullAccess.benefits,
    quantity: null,
    taken: null,
    remaining: 500,
    saleState: 'on_sale',
    admitsOn: ['2026-07-15', '2026-07-16', '2026-07-17'],
  })
  expect(await drawsOf(api, body.code)).toEqual(['GA', 'GALA', 'event'])
  const shown = await api.call(types.listPublicTicketTypes, { params: { eventId } })
  expect(shown.body.items[2]).toMatchObject({ includes: [general, gala], remaining: 500 })
})

test('a bundle with a quantity has a stock of its own besides', async () => {
  const api = await startApi()
  const { eventId, general, gala } = await theSummit(api)

  const { body } = await create(api, {
    eventId,
    name: 'VIP',
    price: 5000,
    quantity: 20,
    includes: [gala, general],
  })

  expect(body).toMatchObject({ includes: [gala, general], quantity: 20, taken: 0, remaining: 20 })
  expect(await drawsOf(api, 'VIP')).toEqual(['GA', 'GALA', 'VIP', 'event'])
})

test('where several events offer what a bundle includes, it says which it is for', async () => {
  const api = await startApi()
  const first = await theSummit(api)
  const second = await theSummit(api, { event: { slug: 'next-summit-2026', code: 'NEXT' } })

  expect(await create(api, fullAccess)).toMatchObject({
    status: 400,
    body: { code: 'invalid_request', errors: [{ pointer: '/eventId' }] },
  })
  // Ids tell by themselves.
  const byId = await create(api, { name: 'Pass', price: 0, includes: [second.general, second.gala] })
  expect(byId.body).toMatchObject({ eventId: second.eventId })
  const named = await create(api, { ...fullAccess, eventId: first.eventId })
  expect(named.body).toMatchObject({ eventId: first.eventId, includes: [first.general, first.gala] })
})

test('what cannot be included is refused by name', async () => {
  const api = await startApi()
  const { eventId, general, gala } = await theSummit(api)
  const other = await theSummit(api, { event: { slug: 'other-2026', code: 'OTHER' } })
  const bundle = (await create(api, { ...fullAccess, eventId })).body.id
  const pass = { eventId, name: 'Pass', price: 0 }

  for (const [wanted, status, pointer] of [
    [{ includes: [other.gala] }, 422, '/includes'],
    [{ includes: [bundle] }, 400, '/includes'],
    [{ includes: [general, general] }, 400, '/includes'],
    [{ includes: [] }, 400, '/includes'],
    [{ metadata: { bundle: true } }, 400, '/includes'],
    [{ metadata: { bundle: true, includes: ['lunch'] } }, 422, '/metadata/includes'],
    [
      { includes: [general], metadata: { bundle: true, includes: ['gala_night'] } },
      400,
      '/metadata/includes',
    ],
    [{ includes: [gala], admitsOn: ['2026-07-16'] }, 400, '/admitsOn'],
    [{}, 400, '/quantity'],
    [{ eventId: undefined, quantity: 5 }, 400, '/eventId'],
  ] as const) {
    const answer = await create(api, { ...pass, ...wanted })
    expect(answer, JSON.stringify(wanted)).toMatchObject({ status, body: { errors: [{ pointer }] } })
  }
})

test('a bundle of another organization’s types is refused', async () => {
  const api = await startApi()
  const { general, gala } = await theSummit(api)
  const stranger = await foundOrganization(api.call, api.platform, 'stranger')

  const answer = await create(api, { name: 'Pass', price: 0, includes: [general, gala] }, stranger.admin)

  expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: '/eventId' }] } })
})
