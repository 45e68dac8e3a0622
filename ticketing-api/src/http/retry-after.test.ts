import type { Problem } from '@event-sphere/contract/problem'
import { expect, test } from 'vitest'
import { aCustomer, buys } from '../cast/buyers.ts'
import { startApi } from '../cast/start-api.ts'
import { theSummit } from '../cast/summit.ts'
import { retryAfterSeconds } from './retry-after-seconds.ts'

const now = new Date('2026-07-01T09:00:00Z')
const told = (status: number, retryAt?: string) => ({ status, retryAt }) as Problem

test.each([
  ['what retryAt says', told(409, '2026-07-01T09:02:00Z'), 120],
  ['the next whole second', told(429, '2026-07-01T09:00:00.001Z'), 1],
  ['a second where it is over', told(502, '2026-07-01T08:00:00Z'), 1],
  ['a little while the database is away', told(503), 2],
  ['nothing where waiting does not help', told(409), undefined],
  ['nothing where nobody knows', told(502), undefined],
])('it is %s', (_, problem, seconds) => {
  expect(retryAfterSeconds(problem, now)).toBe(seconds)
})

test('sold out does not ask to come back', async () => {
  const api = await startApi()
  const summit = await theSummit(api, { general: { quantity: 1 } })
  const answer = await buys(api, summit, (await aCustomer(api)).token, { general: 2 })
  expect(answer.body.code).toBe('sold_out')
  expect(answer.headers.has('retry-after')).toBe(false)
})
