import * as auth from '@event-sphere/contract/auth'
import { listMatters } from '@event-sphere/contract/matters'
import { sql } from '@event-sphere/kit/database/database'
import { expect, test } from 'vitest'
import { foundOrganization, password } from '../cast/staff.ts'
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

test('guesses at one account share one small budget, from however many networks they come', async () => {
  const api = await startApi()
  const other = await api.startAnother()
  const [browser, home] = ['the-administrators-own-browser', '197.248.1.1']
  expect((await signsIn(api, admin, password, home, browser)).status).toBe(200)

  const answers = []
  for (let at = 0; at < 40; at += 1) {
    const body = { email: admin, password: `wrong number ${at}` }
    answers.push(await (at % 2 ? api : other).call(auth.login, { body, ...from(`41.90.64.${at}`) }))
  }

  expect(answers.filter(({ status }) => status === 401)).toHaveLength(20)
  expect(answers.at(-1)).toMatchObject({ status: 429, body: { code: 'sign_in_by_link' } })
  expect(answers.at(-1)?.body).toHaveProperty('retryAt')
  // Its owner is let in where they have been, and by the mailed link everywhere.
  expect((await signsIn(api, admin, password, '105.1.1.1', browser)).status).toBe(200)
  expect((await signsIn(api, admin, password, home)).status).toBe(200)
  await api.call(auth.requestEmailLink, { body: { email: admin }, ...from('105.1.1.1') })
  await api.runJobs()
  const token = /link\/([0-9a-f]+)/.exec(api.mails.at(-1)?.text ?? '')?.[1] ?? ''
  expect((await api.call(auth.redeemEmailLink, { body: { token }, ...from('105.1.1.1') })).status).toBe(200)
  const told = ['password_guessing', 'limit', 'login.strangers', 'Somebody is guessing passwords']
  const ofAccount = ['password_guessing', 'user', expect.stringMatching(/^user_/), told.at(-1)]
  expect(await mattersOf(api)).toEqual([ofAccount, told])
})

test('guesses at an account of staff are told to its organization too, and to no other', async () => {
  const api = await startApi()
  const other = await foundOrganization(api.call, api.platform, 'other')
  for (let at = 0; at < 22; at += 1)
    await signsIn(api, 'agent@kncci.example', `wrong number ${at}`, `41.90.64.${at}`)
  for (let at = 0; at < 21; at += 1)
    await signsIn(api, `person${at}@example.com`, 'Summer-2026!', `41.90.65.${at}`)
  await signsIn(api, admin, 'Summer-2026!', '41.90.66.1')

  const seenBy = async (as: string) =>
    (await api.call(listMatters, { as })).body.items.map(({ subject, facts }) => [
      subject,
      facts.limit,
      facts.role,
    ])
  const ours = [
    ['user', 'login.spray', 'admin'],
    ['user', 'login.strangers', 'agent'],
  ]
  expect(await seenBy(api.admin)).toEqual(ours)
  expect(await seenBy(other.admin)).toEqual([])
  expect((await seenBy(api.platform)).filter(([subject]) => subject === 'user')).toEqual(ours)
  const { items } = (await api.call(listMatters, { as: api.admin })).body
  expect(JSON.stringify(items)).not.toContain('@')
})

test('a known network is no licence to guess: browsers that are new there share one budget', async () => {
  const api = await startApi()
  const network = '197.248.1.1'
  expect((await signsIn(api, admin, password, network)).status).toBe(200)
  const answers: number[] = []
  for (let at = 0; at < 14; at += 1)
    answers.push(
      (await signsIn(api, admin, `wrong number ${at}`, network, `a-browser-of-its-own-${at}`)).status,
    )
  expect(answers).toEqual([...Array(10).fill(401), ...Array(4).fill(429)])
})

test('one password tried on many accounts is seen from however many networks, and told once', async () => {
  const api = await startApi()
  const answers = []
  for (let at = 0; at < 30; at += 1)
    answers.push(await signsIn(api, `person${at}@example.com`, 'Summer-2026!', `41.90.64.${at}`))
  expect(answers.map(({ status }) => status)).toEqual([...Array(20).fill(401), ...Array(10).fill(429)])
  expect(answers.at(-1)?.body.code).toBe('sign_in_by_link')
  expect((await signsIn(api, 'person1@example.com', 'Another-2026!', '41.90.65.1')).status).toBe(401)
  expect(await mattersOf(api)).toEqual([
    ['password_guessing', 'limit', 'login.spray', 'Somebody is guessing passwords'],
  ])

  // Nothing that is kept names a password, and what marks one ends with its hour.
  await api.moveTo('2026-07-01T12:00:00Z')
  await api.runSweeps()
  const { rows } = await sql`select 1 from guess_keys`.execute(api.ctx.database.reader)
  expect(rows).toEqual([])
})

async function mattersOf(api: TestApi) {
  const { items } = (await api.call(listMatters, { as: api.platform })).body
  return items.map(({ kind, subject, subjectId, title }) => [kind, subject, subjectId, title])
}
