import * as auth from '@event-sphere/contract/auth'
import { sql } from '@event-sphere/kit/database/database'
import { expect, test } from 'vitest'
import { password } from '../cast/staff.ts'
import { startApi, type TestApi } from '../cast/start-api.ts'

const email = 'wanjiku@example.com'
const register = (api: TestApi) => api.call(auth.register, { body: { email, password } })
const signIn = (api: TestApi, secret: string, as = email) =>
  api.call(auth.login, { body: { email: as, password: secret } })
const refresh = (api: TestApi, token: string) => api.call(auth.refresh, { body: { refresh_token: token } })

test('the right password signs in, however the address is written', async () => {
  const api = await startApi()
  const { user } = (await register(api)).body

  const { status, body } = await signIn(api, password, ' WANJIKU@example.com')

  expect(status).toBe(200)
  expect(body.user).toEqual(user)
  expect(await api.call(auth.getMe, { as: body.access_token })).toMatchObject({ status: 200 })
})

test('a wrong password, an account without one, a closed account and an unknown address get one answer', async () => {
  const api = await startApi()
  await register(api)
  await api.call(auth.register, { body: { email: 'mail-only@example.com' } })
  await api.call(auth.register, { body: { email: 'closed@example.com', password } })
  await sql`update users set is_active = false where email = 'closed@example.com'`.execute(
    api.ctx.database.reader,
  )

  const answers = [
    await signIn(api, 'wrong pass phrase'),
    await signIn(api, password, 'mail-only@example.com'),
    await signIn(api, password, 'closed@example.com'),
    await signIn(api, password, 'nobody@example.com'),
  ]

  const [first, ...others] = answers.map(({ status, body }) => ({
    status,
    body: { ...body, requestId: 'its own' },
  }))
  expect(first).toMatchObject({ status: 401, body: { code: 'wrong_credentials' } })
  for (const other of others) expect(other).toEqual(first)
})

test('a badly said sign-in is refused', async () => {
  const api = await startApi()
  const bad = [
    {},
    { email },
    { email, password: '' },
    { email, password: 'x'.repeat(129) },
    { email: 1, password },
  ]
  for (const body of bad)
    expect(await api.call(auth.login, { body })).toMatchObject({
      status: 400,
      body: { code: 'invalid_request' },
    })
})

test('after five wrong passwords in a minute the account is left alone, and others are not', async () => {
  const api = await startApi()
  await register(api)
  await api.call(auth.register, { body: { email: 'otieno@example.com', password } })
  for (let tried = 0; tried < 5; tried += 1) expect((await signIn(api, `wrong ${tried}`)).status).toBe(401)

  const refused = await signIn(api, password)

  expect(refused).toMatchObject({ status: 429, body: { code: 'rate_limited' } })
  const { retryAt = '' } = refused.body as { retryAt?: string }
  const wait = Date.parse(retryAt) - api.ctx.clock.now().getTime()
  expect(wait).toBeGreaterThan(0)
  expect(wait).toBeLessThanOrEqual(60_000)
  expect((await signIn(api, password, 'otieno@example.com')).status).toBe(200)
})

test('who signs in rightly may do so as often as they like', async () => {
  const api = await startApi()
  await register(api)
  for (let tried = 0; tried < 7; tried += 1) expect((await signIn(api, password)).status).toBe(200)
})

test('a refresh token is traded for new tokens, and the chain goes on', async () => {
  const api = await startApi()
  const first = (await register(api)).body

  const second = await refresh(api, first.refresh_token)
  const third = await refresh(api, second.body.refresh_token)

  expect([second.status, third.status]).toEqual([200, 200])
  const tokens = [first, second.body, third.body].map((session) => session.refresh_token)
  expect(new Set(tokens).size).toBe(3)
  expect(third.body.user).toEqual(first.user)
})

test('a refresh token used twice ends the whole session, the newest token too', async () => {
  const api = await startApi()
  const first = (await register(api)).body
  const second = (await refresh(api, first.refresh_token)).body

  const reused = await refresh(api, first.refresh_token)

  expect(reused).toMatchObject({ status: 401, body: { code: 'unauthenticated' } })
  expect((await refresh(api, second.refresh_token)).status).toBe(401)
})

test('the end of one session leaves others of the same person alone', async () => {
  const api = await startApi()
  const first = (await register(api)).body
  const phone = (await signIn(api, password)).body
  await refresh(api, first.refresh_token)
  await refresh(api, first.refresh_token)

  expect((await refresh(api, phone.refresh_token)).status).toBe(200)
})

test('of two who use one refresh token at once, one wins, and then the session is over', async () => {
  const api = await startApi()
  const { refresh_token } = (await register(api)).body

  const answers = await Promise.all([refresh(api, refresh_token), refresh(api, refresh_token)])

  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 401])
  const winner = answers.find((answer) => answer.status === 200)
  expect((await refresh(api, winner?.body.refresh_token ?? '')).status).toBe(401)
})

test('a signed-out session is over, and signing out again is no matter', async () => {
  const api = await startApi()
  const { refresh_token } = (await register(api)).body
  const body = { refresh_token }

  expect((await api.call(auth.logout, { body })).status).toBe(204)
  expect((await refresh(api, refresh_token)).status).toBe(401)
  expect((await api.call(auth.logout, { body })).status).toBe(204)
  expect((await api.call(auth.logout, { body: { refresh_token: 'unknown' } })).status).toBe(204)
  expect((await api.call(auth.logout, { body: {} })).status).toBe(400)
})

test('unknown and malformed refresh tokens are refused', async () => {
  const api = await startApi()
  expect((await refresh(api, '0'.repeat(64))).status).toBe(401)
  expect((await refresh(api, "' or 1=1 --")).status).toBe(401)
  expect((await refresh(api, '')).status).toBe(400)
  expect((await refresh(api, 'x'.repeat(201))).status).toBe(400)
})

test('who works at the door signs in again every day, a visitor does not', async () => {
  const api = await startApi({ now: '2026-07-15T05:00:00Z' })
  const visitor = (await register(api)).body
  const body = { email: 'agent@kncci.example', password }
  const agent = (await api.call(auth.login, { body })).body

  await api.moveTo('2026-07-15T18:59:00Z')
  const lateShift = await refresh(api, agent.refresh_token)
  expect(lateShift.status).toBe(200)
  await api.moveTo('2026-07-15T19:01:00Z')
  expect((await refresh(api, lateShift.body.refresh_token)).status).toBe(401)
  expect((await refresh(api, visitor.refresh_token)).status).toBe(200)
})

test('a session that nobody used for a month is over, and so is one of three months', async () => {
  const api = await startApi({ now: '2026-03-01T00:00:00Z' })
  const forgotten = (await register(api)).body
  let kept = (await signIn(api, password)).body
  for (const day of ['2026-03-25', '2026-04-20', '2026-05-15']) {
    await api.moveTo(`${day}T00:00:00Z`)
    const next = await refresh(api, kept.refresh_token)
    expect(next.status).toBe(200)
    kept = next.body
  }
  expect((await refresh(api, forgotten.refresh_token)).status).toBe(401)
  await api.moveTo('2026-05-31T00:00:00Z')
  expect((await refresh(api, kept.refresh_token)).status).toBe(401)
})

test('a closed account keeps no session', async () => {
  const api = await startApi()
  const { access_token, refresh_token } = (await register(api)).body
  await sql`update users set is_active = false where email = ${email}`.execute(api.ctx.database.reader)

  expect((await refresh(api, refresh_token)).status).toBe(401)
  expect((await api.call(auth.getMe, { as: access_token })).status).toBe(401)
})

test('no secret of a session is kept as it is', async () => {
  const api = await startApi()
  const { refresh_token } = (await register(api)).body
  const { rows } = await sql`
    select row_to_json(t)::text as kept from refresh_tokens t
    union all select row_to_json(u)::text from users u`.execute(api.ctx.database.reader)
  expect(JSON.stringify(rows)).not.toContain(refresh_token)
  expect(JSON.stringify(rows)).not.toContain(password)
})
