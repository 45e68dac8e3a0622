import * as auth from '@event-sphere/contract/auth'
import { listEvents } from '@event-sphere/contract/events'
import { listApiKeys, revokeApiKey } from '@event-sphere/contract/organizations'
import { listMyPurchases, placePurchase } from '@event-sphere/contract/purchases'
import { sql } from '@event-sphere/kit/database/database'
import { expect, test, vi } from 'vitest'
import { aCustomer, buys } from '../cast/buyers.ts'
import { foundOrganization, password } from '../cast/staff.ts'
import { startApi, type TestApi } from '../cast/start-api.ts'
import { theSummit } from '../cast/summit.ts'

type Calling = Pick<TestApi, 'call'>

/** Two processes of one installation. */
async function twoProcesses() {
  const api = await startApi()
  return { api, both: [api, await api.startAnother()] as const }
}

const statusOf = async (process: Calling, as: string) => (await process.call(auth.getMe, { as })).status
const statusesOf = (both: readonly Calling[], as: string) =>
  Promise.all(both.map((process) => statusOf(process, as)))

/** Refused everywhere as soon as the news is there. The patience is for a busy machine. */
const expectRefused = (both: readonly Calling[], as: string) =>
  vi.waitFor(async () => expect(await statusesOf(both, as)).toEqual([401, 401]), { timeout: 5000 })

const change = (api: TestApi, statement: ReturnType<typeof sql>) =>
  api.ctx.database.transaction(async (tx) => void (await statement.execute(tx)))

async function linkTo(api: TestApi, email: string): Promise<string> {
  await api.call(auth.requestEmailLink, { body: { email } })
  await api.runJobs()
  const text = api.mails.findLast((mail) => mail.to === email && mail.text.includes('/sign-in/link/'))?.text
  return /\/sign-in\/link\/([0-9a-f]{64})\n/.exec(text ?? '')?.[1] ?? ''
}

test('signing out ends the access token in every process, and no other session', async () => {
  const { api, both } = await twoProcesses()
  const email = 'wanjiku@example.com'
  const here = (await api.call(auth.register, { body: { email, password } })).body
  const there = (await api.call(auth.login, { body: { email, password } })).body
  expect(await statusesOf(both, here.access_token)).toEqual([200, 200])

  await both[1].call(auth.logout, { body: { refresh_token: here.refresh_token } })

  await expectRefused(both, here.access_token)
  expect(await statusesOf(both, there.access_token)).toEqual([200, 200])
})

test('a refresh token used twice ends the access tokens of its session, old and new', async () => {
  const { api, both } = await twoProcesses()
  const { token, refreshToken } = await aCustomer(api)
  const body = { refresh_token: refreshToken }
  const renewed = (await api.call(auth.refresh, { body })).body.access_token
  expect(await statusesOf(both, token)).toEqual([200, 200])
  expect(await statusesOf(both, renewed)).toEqual([200, 200])

  await both[1].call(auth.refresh, { body })

  await expectRefused(both, token)
  await expectRefused(both, renewed)
})

test('the access token of a stranger who registered the address first ends when its owner proves the mailbox', async () => {
  const { api, both } = await twoProcesses()
  const summit = await theSummit(api)
  const email = 'victim@example.com'
  const stranger = (await api.call(auth.register, { body: { email, password } })).body.access_token
  const items = [{ ticketTypeId: summit.general, quantity: 1 }]
  const buyer = { email, firstName: 'Achieng' }
  const body = { eventId: summit.eventId, items, buyer }
  await api.call(placePurchase, { as: api.key, body, idempotencyKey: api.newKey() })
  expect(await statusesOf(both, stranger)).toEqual([200, 200])

  const token = await linkTo(api, email)
  const owner = (await both[1].call(auth.redeemEmailLink, { body: { token } })).body.access_token
  await api.runJobs()

  await expectRefused(both, stranger)
  expect((await api.call(listMyPurchases, { as: stranger })).status).toBe(401)
  expect((await api.call(auth.changeMe, { as: stranger, body: { firstName: 'Mallory' } })).status).toBe(401)
  expect((await buys(api, summit, stranger, { general: 1 })).status).toBe(401)
  expect((await api.call(listMyPurchases, { as: owner })).body.items).toHaveLength(1)
})

test('whoever is deactivated is refused in every process', async () => {
  const { api, both } = await twoProcesses()
  const { token, email } = await aCustomer(api)
  expect(await statusesOf(both, token)).toEqual([200, 200])

  await change(api, sql`update users set is_active = false where email = ${email}`)

  await expectRefused(both, token)
})

test('whoever gains or loses a role signs in again, and has it then', async () => {
  const { api, both } = await twoProcesses()
  const admin = { email: 'admin@kncci.example', password }
  expect(await statusesOf(both, api.admin)).toEqual([200, 200])

  await change(api, sql`delete from memberships where role = 'admin'`)
  await expectRefused(both, api.admin)

  const demoted = (await api.call(auth.login, { body: admin })).body
  expect(demoted.user.roles).toEqual(['customer'])
  expect((await api.call(listEvents, { as: demoted.access_token })).status).toBe(403)
  await change(
    api,
    sql`insert into memberships (user_id, organization_id, role)
      select u.id, o.id, 'admin' from users u, organizations o where u.email = ${admin.email}`,
  )
  await expectRefused(both, demoted.access_token)
  const again = (await api.call(auth.login, { body: admin })).body.access_token
  expect((await api.call(listEvents, { as: again })).status).toBe(200)
})

test('a session whose time is over takes its access token with it', async () => {
  const api = await startApi({ now: '2026-07-15T05:00:00Z' })
  const body = { email: 'agent@kncci.example', password }
  const agent = (await api.call(auth.login, { body })).body
  await api.moveTo('2026-07-15T18:55:00Z')
  const late = (await api.call(auth.refresh, { body: { refresh_token: agent.refresh_token } })).body
  expect(await statusOf(api, late.access_token)).toBe(200)

  await api.moveTo('2026-07-15T19:01:00Z')

  expect(await statusOf(api, late.access_token)).toBe(401)
})

test('a revoked key is refused in every process, and stays in the list without its secret', async () => {
  const { api, both } = await twoProcesses()
  const params = { id: api.organizationId }
  const statuses = () =>
    Promise.all(both.map(async (one) => (await one.call(listEvents, { as: api.key })).status))
  expect(await statuses()).toEqual([200, 200])
  const [key] = (await api.call(listApiKeys, { as: api.admin, params })).body.items

  const revoked = await both[1].call(revokeApiKey, {
    as: api.admin,
    params: { ...params, keyId: key?.id ?? '' },
  })

  expect(revoked.status).toBe(204)
  await vi.waitFor(async () => expect(await statuses()).toEqual([401, 401]), { timeout: 5000 })
  const listed = await api.call(listApiKeys, { as: api.admin, params })
  expect(listed.body.items).toMatchObject([{ id: key?.id, name: 'site', revokedAt: expect.any(String) }])
  expect(listed.text).not.toContain(api.key.slice(8))
})

test('keys are listed and revoked by their own organization alone', async () => {
  const api = await startApi()
  const other = await foundOrganization(api.call, api.platform, 'other')
  const customer = await aCustomer(api)
  const own = { id: api.organizationId }
  const [key] = (await api.call(listApiKeys, { as: api.admin, params: own })).body.items
  const keyId = key?.id ?? ''
  const revoke = async (as: string, id: string) =>
    (await api.call(revokeApiKey, { as, params: { id, keyId } })).status

  expect(await revoke(other.admin, api.organizationId)).toBe(404)
  expect(await revoke(other.admin, other.organizationId)).toBe(404)
  for (const as of [api.agent, api.key, customer.token]) {
    expect(await revoke(as, api.organizationId)).toBe(403)
    expect((await api.call(listApiKeys, { as, params: own })).status).toBe(403)
  }
  expect((await api.call(listApiKeys, { as: other.admin, params: own })).status).toBe(404)
  expect((await api.call(listEvents, { as: api.key })).status).toBe(200)
})

test('the keys of an organization that is suspended are refused, and work again with it', async () => {
  const { api, both } = await twoProcesses()
  const statuses = () =>
    Promise.all(both.map(async (one) => (await one.call(listEvents, { as: api.key })).status))
  expect(await statuses()).toEqual([200, 200])

  await change(api, sql`update organizations set status = 'suspended'`)
  await vi.waitFor(async () => expect(await statuses()).toEqual([401, 401]), { timeout: 5000 })

  await change(api, sql`update organizations set status = 'active'`)
  await vi.waitFor(async () => expect(await statuses()).toEqual([200, 200]), { timeout: 5000 })
})

test('an end that is announced while nobody listens is not missed', async () => {
  const { api, both } = await twoProcesses()
  const { token, refreshToken } = await aCustomer(api)
  expect(await statusesOf(both, token)).toEqual([200, 200])

  // The listeners come back by themselves after a second; the end falls into the gap.
  await vi.waitFor(async () => {
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query like 'listen%ended_access%'`.execute(
      api.ctx.database.reader,
    )
    expect(api.ctx.endedAccess.isListening()).toBe(false)
  }, 10_000)
  await api.call(auth.logout, { body: { refresh_token: refreshToken } })

  await expectRefused(both, token)
  await vi.waitFor(() => expect(api.ctx.endedAccess.isListening()).toBe(true), { timeout: 5000 })
  expect(await statusesOf(both, token)).toEqual([401, 401])
})

test('a session is read once, not at every call', async () => {
  const { api, both } = await twoProcesses()
  const { token } = await aCustomer(api)
  await statusesOf(both, token)
  // Nothing announces a change of this column, so only what is remembered can still say 200.
  await change(api, sql`alter table sessions disable trigger session_ended`)
  await change(api, sql`update sessions set ended_at = clock.now()`)

  expect(await statusesOf(both, token)).toEqual([200, 200])
})
