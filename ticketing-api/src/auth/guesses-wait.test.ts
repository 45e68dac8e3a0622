import { login } from '@event-sphere/contract/auth'
import { expect, test } from 'vitest'
import { password } from '../cast/staff.ts'
import { startApi } from '../cast/start-api.ts'

const many = 40

test('whoever has not failed signs in before a crowd that guesses on from many networks', async () => {
  const api = await startApi()
  const guess = (at: number, round: string) =>
    api.call(login, {
      body: { email: `person${at}@example.com`, password: `guess ${round} number ${at}` },
      headers: { 'x-forwarded-for': `41.90.${at}.7` },
    })
  const crowd = (round: string) => Array.from({ length: many }, (_, at) => guess(at, round))
  for (const { status } of await Promise.all(crowd('one'))) expect(status).toBe(401)

  let judged = 0
  const again = crowd('two').map(async (guessed) => {
    const { status } = await guessed
    judged += 1
    return status
  })
  const honest = await api.call(login, {
    body: { email: 'admin@kncci.example', password },
    headers: { 'x-forwarded-for': '197.248.1.1' },
  })
  const before = judged

  expect(honest.status).toBe(200)
  expect(before).toBeLessThan(many / 2)
  expect(new Set(await Promise.all(again))).toEqual(new Set([401]))
}, 90_000)
