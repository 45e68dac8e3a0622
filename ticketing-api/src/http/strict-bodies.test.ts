import * as auth from '@event-sphere/contract/auth'
import type { Endpoint } from '@event-sphere/contract/endpoint'
import { changeEvent, createEvent, getEvent } from '@event-sphere/contract/events'
import { problem } from '@event-sphere/contract/problem'
import { cancelPurchase } from '@event-sphere/contract/purchases'
import { changeTicketType } from '@event-sphere/contract/ticket-types'
import { expect, test } from 'vitest'
import { aPendingPurchase } from '../cast/buyers.ts'
import { startApi } from '../cast/start-api.ts'
import { theSummit } from '../cast/summit.ts'
import { allRoutes } from '../routes.ts'
import { strict } from './strict.ts'

test('a field that nobody knows is refused by name, at any depth, and nothing is done', async () => {
  const api = await startApi()
  const summit = await theSummit(api)
  const as = api.admin
  const refusedAt = async (endpoint: Endpoint, params: Record<string, string>, body: object) => {
    const answer = await api.call(endpoint, { as, params, body })
    expect(answer).toMatchObject({ status: 400, body: { code: 'field_unknown' } })
    return problem.parse(answer.body).errors?.map(({ pointer }) => pointer)
  }

  const event = { id: summit.eventId }
  expect(await refusedAt(changeEvent, event, { title: 'Other', colour: 'red', 'a/b~c': 1 })).toEqual([
    '/colour',
    '/a~1b~0c',
  ])
  const place = { latitude: 1, longitude: 2, altitude: 3 }
  expect(await refusedAt(changeEvent, event, { locationCoordinates: place })).toEqual([
    '/locationCoordinates/altitude',
  ])
  expect(await refusedAt(changeTicketType, { id: summit.gala }, { priceCents: 1 })).toEqual(['/priceCents'])
  const { body } = await api.call(getEvent, { as, params: event })
  expect(body.title).toBe('Eldoret International Business Summit')
})

test('what is wrong besides is told with it', async () => {
  const api = await startApi()
  const answer = await api.call(createEvent, { as: api.admin, body: { titel: 'Summit' } })
  expect(answer.body.code).toBe('field_unknown')
  const pointers = problem.parse(answer.body).errors?.map(({ pointer }) => pointer)
  expect(pointers).toEqual(expect.arrayContaining(['/titel', '/title', '/organizationId', '/slug']))
})

test('a call that says nothing takes nothing', async () => {
  const api = await startApi()
  const { purchase, token: as } = await aPendingPurchase(api, await theSummit(api))
  const params = { id: purchase.id }
  const told = await api.call(cancelPurchase, { as, params, body: { reason: 'ill' } })
  expect(told).toMatchObject({ status: 400, body: { errors: [{ pointer: '/reason' }] } })
  expect(await api.call(cancelPurchase, { as, params, body: {} })).toMatchObject({ status: 200 })
})

test('of thousands of unknown fields some are named', async () => {
  const api = await startApi()
  const body = Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`field${at}`, 1]))
  const answer = await api.call(auth.login, { body })
  expect(problem.parse(answer.body).errors).toHaveLength(50)
})

test('every body of the contract can be made strict', () => {
  const bodies = allRoutes.flatMap(({ endpoint }) => (endpoint.body ? [endpoint] : []))
  for (const { body, method, path } of bodies.filter((one) => !/callback/.test(one.path))) {
    const read = body && strict(body).safeParse({ noSuchField: 1 })
    expect(
      read?.error?.issues.map((issue) => issue.code),
      `${method} ${path}`,
    ).toContain('unrecognized_keys')
  }
})
