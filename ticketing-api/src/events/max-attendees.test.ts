import * as events from '@event-sphere/contract/events'
import { sql } from '@event-sphere/kit/database/database'
import { expect, test } from 'vitest'
import { aCustomer, buys } from '../cast/buyers.ts'
import { startApi } from '../cast/start-api.ts'
import { theSummit } from '../cast/summit.ts'
import { publicly } from './cast.ts'

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
