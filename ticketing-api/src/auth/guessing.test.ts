import * as auth from '@event-sphere/contract/auth'
import { expect, test } from 'vitest'
import { password } from '../cast/staff.ts'
import { startApi, type TestApi } from '../cast/start-api.ts'

const admin = 'admin@kncci.example'
const patience = 90_000
const from = (network: string, browser?: string) => ({
  headers: { 'x-forwarded-for': network, ...(browser && { 'x-visitor-browser': browser }) },
})
const signsIn = (api: TestApi, email: string, secret: string, network: string, browser?: string) =>
  api.call(auth.login, { body: { email, password: secret }, ...from(network, browser) })

test(
  'two hundred and sixty guesses at once do not keep an administrator out',
  async () => {
    const api = await startApi()

    const guesses = Array.from({ length: 260 }, (_, at) =>
      signsIn(api, `nobody${at}@example.com`, `guess number ${at}`, '41.90.64.7'),
    )
    const right = await signsIn(api, admin, password, '197.248.1.1')
    const answers = await Promise.all(guesses)

    expect(right.status).toBe(200)
    expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(60)
    for (const { body } of answers.filter(({ status }) => status === 429))
      expect(body).toHaveProperty('retryAt')
  },
  patience,
)

test('wrong passwords of a stranger shut the door to that stranger alone', async () => {
  const api = await startApi()
  for (let tried = 0; tried < 5; tried += 1)
    expect((await signsIn(api, admin, `wrong number ${tried}`, '41.90.64.7')).status).toBe(401)

  const stranger = await signsIn(api, admin, password, '41.90.64.7')
  expect(stranger).toMatchObject({ status: 429, body: { code: 'rate_limited' } })
  expect(stranger.body).toHaveProperty('retryAt')
  expect((await signsIn(api, admin, password, '197.248.1.1')).status).toBe(200)
})

test('a browser that signed in before is let through beside a stranger on the same network', async () => {
  const api = await startApi()
  const [network, browser] = ['41.90.64.7', 'the-administrators-own-browser']
  expect((await signsIn(api, admin, password, '197.248.1.1', browser)).status).toBe(200)

  for (let tried = 0; tried < 12; tried += 1) await signsIn(api, admin, `wrong number ${tried}`, network)

  expect((await signsIn(api, admin, password, network)).status).toBe(429)
  expect((await signsIn(api, admin, password, network, browser)).status).toBe(200)
})

test('one password tried on many accounts is refused from the eleventh on, and for other networks it is not', async () => {
  const api = await startApi()
  const answers: number[] = []
  for (let at = 0; at < 14; at += 1)
    answers.push((await signsIn(api, `person${at}@example.com`, 'Summer-2026!', '41.90.64.7')).status)

  expect(answers.slice(0, 10)).toEqual(Array(10).fill(401))
  expect(answers.slice(10)).toEqual(Array(4).fill(429))
  expect((await signsIn(api, 'person0@example.com', 'Summer-2026!', '197.248.1.1')).status).toBe(401)
})

test('failures are counted together by all processes', async () => {
  const api = await startApi()
  const other = await api.startAnother()
  for (let tried = 0; tried < 5; tried += 1) {
    const body = { email: admin, password: `wrong number ${tried}` }
    const one = tried % 2 ? api : other
    expect((await one.call(auth.login, { body, ...from('41.90.64.7') })).status).toBe(401)
  }
  expect((await signsIn(api, admin, password, '41.90.64.7')).status).toBe(429)
})
