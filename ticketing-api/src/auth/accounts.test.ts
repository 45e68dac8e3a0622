import * as auth from '@event-sphere/contract/auth'
import { sql } from '@event-sphere/kit/database/database'
import { expect, test } from 'vitest'
import { aCustomer } from '../cast/buyers.ts'
import { foundOrganization, password } from '../cast/staff.ts'
import { startApi } from '../cast/start-api.ts'
import { ensurePlatformUser } from './ensure-platform-user.ts'

const wanjiku = {
  email: 'Wanjiku@Example.com',
  firstName: 'Wanjiku',
  lastName: 'Kamau',
  phone: '0712 345 678',
}

test('an e-mail address is enough to register, and the session works at once', async () => {
  const api = await startApi()

  const { status, body } = await api.call(auth.register, { body: { email: ' Attendee@Example.com ' } })

  expect(status).toBe(201)
  expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 900 })
  expect(body.user).toMatchObject({
    email: 'attendee@example.com',
    firstName: null,
    roles: ['customer'],
    organizationId: null,
    isActive: true,
    hasPassword: false,
  })
  const me = await api.call(auth.getMe, { as: body.access_token })
  expect(me.body).toEqual(body.user)
})

test('a name, a phone in any form, a password and a consent are kept', async () => {
  const api = await startApi()
  const consent = { text: 'privacy-2026-06', locale: 'sw' as const }

  const { body } = await api.call(auth.register, { body: { ...wanjiku, password, consent } })

  expect(body.user).toMatchObject({ firstName: 'Wanjiku', phone: '+254712345678', hasPassword: true })
  const { rows } = await sql`select text, locale, given_at from consents`.execute(api.ctx.database.reader)
  expect(rows).toEqual([{ ...consent, given_at: expect.any(Date) }])
})

const badRegistrations: [object, string][] = [
  [{}, '/email'],
  [{ email: 'nobody' }, '/email'],
  [{ email: ['a@example.com'] }, '/email'],
  [{ email: `${'a'.repeat(250)}@example.com` }, '/email'],
  [{ email: 'a@example.com\r\nBcc: b@example.com' }, '/email'],
  [{ email: 'a@example.com', password: 'short' }, '/password'],
  [{ email: 'a@example.com', password: 'x'.repeat(129) }, '/password'],
  [{ email: 'a@example.com', firstName: 'a\nb' }, '/firstName'],
  [{ email: 'a@example.com', firstName: 'a\u2028b' }, '/firstName'],
  [{ email: 'a@example.com', firstName: 'a\u2029b' }, '/firstName'],
  [{ email: 'a@example.com', firstName: 'a\u202eb' }, '/firstName'],
  [{ email: 'a@example.com', lastName: '\u2066a' }, '/lastName'],
  [{ email: 'a@example.com', consent: true }, '/consent'],
]

test('a badly said registration is refused, and nobody is registered', async () => {
  const api = await startApi()
  for (const [body, pointer] of badRegistrations) {
    const refused = await api.call(auth.register, { body })
    expect(refused).toMatchObject({ status: 400, body: { code: 'invalid_request', errors: [{ pointer }] } })
  }
  expect((await api.call(auth.register, { body: { email: 'a@example.com' } })).status).toBe(201)
})

test('a phone that is no Kenyan mobile number is refused, and nobody is registered', async () => {
  const api = await startApi()

  const refused = await api.call(auth.register, { body: { ...wanjiku, phone: '020 222 2222' } })

  expect(refused).toMatchObject({ status: 422, body: { code: 'phone_invalid' } })
  expect(await api.call(auth.register, { body: wanjiku })).toMatchObject({ status: 201 })
})

test('an address has one named account, however it is written and however many try at once', async () => {
  const api = await startApi()
  const tries = ['w@example.com', 'W@example.com', ' w@EXAMPLE.com', 'w@example.com']

  const answers = await Promise.all(tries.map((email) => api.call(auth.register, { body: { email } })))

  expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201, 201])
  const { rows } = await sql`select 1 from users where email = 'w@example.com' and not is_shadow`.execute(
    api.ctx.database.reader,
  )
  expect(rows).toHaveLength(1)
})

test('administrators and agents are made by whoever runs the installation and by their own administrators', async () => {
  const api = await startApi()
  const staff = { ...wanjiku, password, organizationId: api.organizationId }

  const agent = await api.call(auth.registerAgent, { as: api.admin, body: staff })

  expect(agent.status).toBe(201)
  expect(agent.body.user).toMatchObject({ roles: ['customer', 'agent'], organizationId: api.organizationId })
  const admin = await api.call(auth.registerAdmin, {
    as: api.admin,
    body: { ...staff, email: 'a2@example.com' },
  })
  expect(admin.body.user.roles).toEqual(['customer', 'admin'])
  const again = await api.call(auth.registerAdmin, { as: api.platform, body: staff })
  expect(again).toMatchObject({ status: 409, body: { code: 'email_taken' } })
})

test('nobody makes staff of an organization that is not theirs', async () => {
  const api = await startApi()
  const other = await foundOrganization(api.call, api.platform, 'other')
  const customer = await aCustomer(api)
  const body = { ...wanjiku, password, organizationId: api.organizationId }

  for (const endpoint of [auth.registerAdmin, auth.registerAgent]) {
    expect(await api.call(endpoint, { as: other.admin, body })).toMatchObject({ status: 404 })
    expect(await api.call(endpoint, { as: api.agent, body })).toMatchObject({ status: 403 })
    expect(await api.call(endpoint, { as: api.key, body })).toMatchObject({ status: 403 })
    expect(await api.call(endpoint, { as: customer.token, body })).toMatchObject({ status: 403 })
    expect(await api.call(endpoint, { body })).toMatchObject({ status: 401 })
    const unknown = { ...body, organizationId: `org_${'0'.repeat(32)}` }
    expect(await api.call(endpoint, { as: api.platform, body: unknown })).toMatchObject({ status: 404 })
    expect(
      await api.call(endpoint, { as: api.platform, body: { ...body, password: undefined } }),
    ).toMatchObject({
      status: 400,
    })
  }
  expect(await api.call(auth.register, { body: wanjiku })).toMatchObject({ status: 201 })
})

test('people correct their own name and phone, and only what they say changes', async () => {
  const api = await startApi()
  const { body } = await api.call(auth.register, { body: wanjiku })
  const as = body.access_token

  const changed = await api.call(auth.changeMe, {
    as,
    body: { firstName: 'Wambui', phone: '+254 110 123456' },
  })

  expect(changed).toMatchObject({ status: 200 })
  expect(changed.body).toMatchObject({ firstName: 'Wambui', lastName: 'Kamau', phone: '+254110123456' })
  const refused = await api.call(auth.changeMe, { as, body: { firstName: 'X', phone: '12' } })
  expect(refused).toMatchObject({ status: 422, body: { code: 'phone_invalid' } })
  expect((await api.call(auth.getMe, { as })).body).toEqual(changed.body)
  expect(await api.call(auth.changeMe, { body: { firstName: 'X' } })).toMatchObject({ status: 401 })
  expect(await api.call(auth.changeMe, { as: api.key, body: { firstName: 'X' } })).toMatchObject({
    status: 403,
  })
  expect(await api.call(auth.getMe, {})).toMatchObject({ status: 401 })
})

test('who runs the installation is made once, and gets a new password where it changed', async () => {
  const api = await startApi()
  const operator = { email: 'operator@example.com', password: 'first pass phrase' }
  const signIn = (secret: string) =>
    api.call(auth.login, { body: { email: operator.email, password: secret } })

  expect(await ensurePlatformUser(api.ctx, operator)).toBe(true)
  expect(await ensurePlatformUser(api.ctx, operator)).toBe(false)
  expect((await signIn(operator.password)).body.user.roles).toEqual(['customer', 'platform'])

  expect(await ensurePlatformUser(api.ctx, { ...operator, password: 'second pass phrase' })).toBe(true)
  expect((await signIn(operator.password)).status).toBe(401)
  expect((await signIn('second pass phrase')).status).toBe(200)
})

test('who took the address of the operator first gains nothing by it', async () => {
  const api = await startApi()
  const email = 'operator@example.com'
  const squatter = await api.call(auth.register, { body: { email, password } })

  await ensurePlatformUser(api.ctx, { email, password: 'the real pass phrase' })

  const refreshed = await api.call(auth.refresh, { body: { refresh_token: squatter.body.refresh_token } })
  expect(refreshed).toMatchObject({ status: 401, body: { code: 'unauthenticated' } })
  expect((await api.call(auth.login, { body: { email, password } })).status).toBe(401)
})
