import { listMatters } from '@event-sphere/contract/matters'
import { expect, test } from 'vitest'
import { startApi } from '../cast/start-api.ts'

test('a place that the list never had is refused instead of beginning the list anew', async () => {
  const api = await startApi()
  const answer = await api.call(listMatters, { as: api.admin, query: { after: 'nonsense' } })
  expect(answer).toMatchObject({
    status: 400,
    body: { code: 'invalid_request', errors: [{ pointer: '/query/after' }] },
  })
})
