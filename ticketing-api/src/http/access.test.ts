import { type Endpoint, endpoint } from '@event-sphere/contract/endpoint'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { accessPage } from '../cast/access/access-page.ts'
import { missingFrom } from '../cast/access/fit-examples.ts'
import { walkMatrix } from '../cast/access/walk-matrix.ts'
import { startApi } from '../cast/start-api.ts'
import { allRoutes } from '../routes.ts'

/** Safaricom's doors answer whoever knocks with the same 200; their own tests say so. */
const isDoor = (endpoint: Endpoint) => /callback/.test(endpoint.path)
const endpoints = allRoutes.map((route) => route.endpoint).filter((one) => !isDoor(one))

test('every call can be asked for what is one’s own and for what is not', async () => {
  expect((await Promise.all(endpoints.map(missingFrom))).flat()).toEqual([])
})

test('a new call says what it needs before it can be asked', async () => {
  const base = {
    method: 'POST',
    actor: ['admin'],
    summary: 'New',
    status: 204,
    reply: z.undefined(),
  } as const
  const silent = endpoint({ ...base, path: '/bells', body: z.object({ tone: z.string() }), refusals: [] })
  const nameless = endpoint({
    ...base,
    path: '/bells/{id}',
    params: z.object({ id: z.string() }),
    refusals: [],
  })

  expect((await missingFrom(silent))[0]).toMatch(/^POST \/bells needs a body .*examples\.ts: \/tone/)
  await expect(missingFrom(nameless)).rejects.toThrow('nouns.ts')
})

test('every call does for every caller what the contract says, with what is theirs and with nothing else', async () => {
  const { cells, faults, changedRows } = await walkMatrix(await startApi(), endpoints)
  expect({ faults, changedRows }).toEqual({ faults: [], changedRows: [] })
  expect(cells).toBeGreaterThan(endpoints.length * 25)
})

test('the page of who may do what is that of the contract', async () => {
  await expect(await accessPage(endpoints)).toMatchFileSnapshot('../../../docs/access.md')
})
