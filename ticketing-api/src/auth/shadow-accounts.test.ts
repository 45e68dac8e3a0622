import * as auth from '@event-sphere/contract/auth'
import { listMyPurchases } from '@event-sphere/contract/purchases'
import { sql } from '@event-sphere/kit/database/database'
import { expect, test } from 'vitest'
import { aCustomer, buys } from '../cast/buyers.ts'
import { password } from '../cast/staff.ts'
import { startApi, type TestApi } from '../cast/start-api.ts'
import { theSummit } from '../cast/summit.ts'

const email = 'wanjiku@example.com'
const registers = (api: TestApi, more: object = {}) => api.call(auth.register, { body: { email, ...more } })
const signsIn = (api: TestApi, secret: string) => api.call(auth.login, { body: { email, password: secret } })
const purchasesOf = async (api: TestApi, as: string) =>
  (await api.call(listMyPurchases, { as })).body.items.map(({ id }) => id)

async function provesMailbox(api: TestApi) {
  await api.call(auth.requestEmailLink, { body: { email } })
  await api.runJobs()
  const text = api.mails.findLast((mail) => mail.to === email && mail.text.includes('/sign-in/link/'))?.text
  const token = /\/sign-in\/link\/([0-9a-f]{64})\n/.exec(text ?? '')?.[1] ?? ''
  const { body } = await api.call(auth.redeemEmailLink, { body: { token } })
  await api.runJobs()
  return body
}

test('registering answers alike, whether the address is known or not, down to signing in afterwards', async () => {
  const api = await startApi()
  await registers(api, { password: 'the pass phrase of the owner' })

  const known = await registers(api, { password })
  const unknown = await api.call(auth.register, { body: { email: 'new@example.com', password } })

  const shape = ({ status, body }: typeof known) => ({
    status,
    body: {
      ...body,
      access_token: '',
      refresh_token: '',
      user: { ...body.user, id: '', email: '', createdAt: '' },
    },
  })
  expect(shape(known)).toEqual(shape(unknown))
  expect([...known.headers.keys()]).toEqual([...unknown.headers.keys()])
  expect((await signsIn(api, password)).body.user.id).toBe(known.body.user.id)
  expect((await api.call(auth.getMe, { as: known.body.access_token })).body).toEqual(known.body.user)
})

test('the owner of an account keeps it, and their password, whoever registers their address again', async () => {
  const api = await startApi()
  const owner = (await registers(api, { password: 'the pass phrase of the owner' })).body

  await registers(api, { password, firstName: 'Mallory' })

  const again = await signsIn(api, 'the pass phrase of the owner')
  expect(again.body.user).toEqual(owner.user)
  expect((await signsIn(api, 'neither of the two')).status).toBe(401)
})

test('a shadow sees what it bought itself and nothing of the account, nor the account of it', async () => {
  const api = await startApi()
  const summit = await theSummit(api, { gala: { price: 0 } })
  const owner = (await registers(api)).body.access_token
  await buys(api, summit, owner, { general: 1 })
  const shadow = (await registers(api)).body.access_token

  expect(await purchasesOf(api, shadow)).toEqual([])
  const bought = await buys(api, summit, shadow, { general: 1 })

  expect(bought.status).toBe(201)
  expect(await purchasesOf(api, shadow)).toEqual([bought.body.id])
  expect(await purchasesOf(api, owner)).not.toContain(bought.body.id)
})

test('proving the mailbox brings what all of its shadows bought into the named account, and ends them', async () => {
  const api = await startApi()
  const summit = await theSummit(api)
  const named = (await registers(api)).body
  const shadows = [(await registers(api, { password })).body, (await registers(api)).body]
  const tokens = [named, ...shadows].map((session) => session.access_token)
  const ids: string[] = []
  for (const as of tokens) ids.push((await buys(api, summit, as, { general: 1 })).body.id)

  const owner = await provesMailbox(api)

  expect(owner.user.id).toBe(named.user.id)
  expect((await purchasesOf(api, owner.access_token)).sort()).toEqual(ids.sort())
  for (const as of tokens) expect((await api.call(auth.getMe, { as })).status).toBe(401)
  expect((await signsIn(api, password)).status).toBe(401)
})

test('the mailbox is told once that its address was registered again, with a link to the account', async () => {
  const api = await startApi()
  const named = (await registers(api)).body
  await api.runJobs()
  expect(api.mails).toEqual([])

  await registers(api, { firstName: 'Claim http://evil.example' })
  await registers(api)
  await api.runJobs()

  expect(api.mails.map(({ to, subject }) => [to, subject])).toEqual([
    [email, 'See all your tickets on Event-Sphere'],
  ])
  expect(JSON.stringify(api.mails)).not.toContain('evil')
  const token = /\/sign-in\/link\/([0-9a-f]{64})\n/.exec(api.mails[0]?.text ?? '')?.[1] ?? ''
  const { body } = await api.call(auth.redeemEmailLink, { body: { token } })
  expect(body.user.id).toBe(named.user.id)
})

test('an account of staff is not made over a known address, and nobody becomes staff by registering', async () => {
  const api = await startApi()
  const body = { email: 'admin@kncci.example', password: 'some other pass phrase' }
  const shadow = await api.call(auth.register, { body })
  expect(shadow.body.user).toMatchObject({ roles: ['customer'], organizationId: null })

  const staff = { ...body, organizationId: api.organizationId }
  expect(await api.call(auth.registerAgent, { as: api.admin, body: staff })).toMatchObject({
    status: 409,
    body: { code: 'email_taken' },
  })
})

test('all passwords of an address share one salt, so that none of them costs more to try', async () => {
  const api = await startApi()
  await registers(api, { password })
  await registers(api, { password: 'some other pass phrase' })
  await aCustomer(api)
  const { rows } = await sql<{ hash: string }>`
    select password_hash as hash from users where email = ${email}`.execute(api.ctx.database.reader)
  const salts = new Set(rows.map(({ hash }) => hash.split('$')[4]))
  expect([rows.length, salts.size]).toEqual([2, 1])
})
