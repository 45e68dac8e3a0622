import { createEvent } from '@event-sphere/contract/events'
import { listMatters, resolveMatter } from '@event-sphere/contract/matters'
import { cancelPurchase } from '@event-sphere/contract/purchases'
import { Registry } from 'prom-client'
import { expect, test } from 'vitest'
import { aPendingPurchase } from '../cast/buyers.ts'
import { foundOrganization } from '../cast/staff.ts'
import type { TestApi } from '../cast/start-api.ts'
import { measureMatters } from '../matters/measure-matters.ts'
import { aPromptedPurchase, aSale, type PendingPurchase, pushes } from './cast.ts'

const mattersOf = async (api: TestApi, as = api.admin, query: Record<string, string> = {}) =>
  (await api.call(listMatters, { as, query })).body.items

const later = (api: TestApi, seconds: number) =>
  api.moveTo(new Date(Date.parse('2026-07-01T09:00:00Z') + seconds * 1000).toISOString())

async function lapse(api: TestApi, { purchase }: Pick<PendingPurchase, 'purchase'>) {
  await api.moveTo(new Date(Date.parse(purchase.expiresAt ?? '') + 700_000).toISOString())
  await api.runSweeps()
}

/** The one open matter, which a stranger's organization and the people at the gate see nothing of. */
async function theMatter(api: TestApi) {
  const stranger = await foundOrganization(api.call, api.platform, 'stranger')
  expect(await mattersOf(api, stranger.admin)).toEqual([])
  expect(await mattersOf(api, stranger.key)).toEqual([])
  expect((await api.call(listMatters, { as: api.agent })).status).toBe(403)
  const seen = await mattersOf(api)
  expect(await mattersOf(api, api.key)).toEqual(seen)
  expect(await mattersOf(api, api.platform)).toEqual(seen)
  expect(seen).toHaveLength(1)
  return seen[0]
}

test('more money than the price reaches a person', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPromptedPurchase(api, summit)
  await api.mpesa.pays(buyer.purchase, { amount: '1600.00' })
  await api.runJobs()
  expect(await theMatter(api)).toMatchObject({
    kind: 'money_owed_back',
    subject: 'purchase',
    subjectId: buyer.purchase.id,
    organizationId: api.organizationId,
    eventId: summit.eventId,
    facts: { amount: 100, account: buyer.purchase.account, because: 'paid_too_much', buyer: buyer.email },
    resolvedAt: null,
  })
})

test('money for a purchase that was given up reaches a person', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPromptedPurchase(api, summit)
  await later(api, 150)
  await api.runSweeps()
  await api.call(cancelPurchase, { as: buyer.token, params: { id: buyer.purchase.id } })
  expect(await mattersOf(api)).toEqual([])
  await api.mpesa.pays(buyer.purchase)
  await api.runJobs()
  expect(await theMatter(api)).toMatchObject({
    kind: 'money_owed_back',
    facts: { amount: 1500, because: 'no_seats' },
  })
})

test('late money whose seats are gone reaches a person', async () => {
  const { api, summit } = await aSale({ galaSeats: 1 })
  const late = await aPromptedPurchase(api, summit)
  await lapse(api, late)
  await aPendingPurchase(api, summit)
  await api.mpesa.pays(late.purchase)
  await api.runJobs()
  expect(await mattersOf(api, api.key)).toMatchObject([
    { kind: 'money_owed_back', subjectId: late.purchase.id, facts: { amount: 1500 } },
  ])
})

test('a purchase that expires part-paid reaches a person, and buyer and organiser are told', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPromptedPurchase(api, summit)
  await api.mpesa.pays(buyer.purchase, { amount: '1000.00' })
  await api.runJobs()
  expect(await mattersOf(api)).toEqual([])
  await lapse(api, buyer)
  await api.runJobs()
  expect(await mattersOf(api, api.key)).toMatchObject([
    { kind: 'money_owed_back', facts: { amount: 1000, because: 'part_paid_and_expired' } },
  ])
  expect(toldOf(api, 'KSh 1,000')).toEqual(new Set([buyer.email, 'events@kncci.example']))
})

test('a purchase that is given up part-paid reaches a person, and buyer and organiser are told', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPromptedPurchase(api, summit)
  await api.mpesa.pays(buyer.purchase, { amount: '1000.00' })
  await api.runJobs()
  await api.call(cancelPurchase, { as: buyer.token, params: { id: buyer.purchase.id } })
  await api.runJobs()
  expect(await theMatter(api)).toMatchObject({
    kind: 'money_owed_back',
    facts: { amount: 1000, because: 'part_paid_and_given_up' },
  })
  expect(toldOf(api, 'KSh 1,000')).toEqual(new Set([buyer.email, 'events@kncci.example']))
})

test.each([
  { kind: 'accepted', why: 'of which Safaricom says nothing for a day' },
  { kind: 'unknown', why: 'whose answer was lost' },
] as const)('a payment $why reaches a person once, and is done when the news comes', async ({ kind }) => {
  const { api, summit } = await aSale()
  const buyer = await aPendingPurchase(api, summit)
  if (kind === 'unknown') api.mpesa.answersNextPrompt({ kind, text: 'no answer in time' })
  const { body: payment } = await pushes(api, buyer)
  await later(api, 23 * 3600)
  await api.runSweeps()
  await later(api, 25 * 3600)
  expect(await mattersOf(api, api.key)).toEqual([])
  await api.runSweeps()
  await api.runSweeps()
  expect(await mattersOf(api, api.key)).toMatchObject([
    { kind: 'payment_undecided', subject: 'payment', subjectId: payment.paymentId, facts: { amount: 1500 } },
  ])
  await api.mpesa.pays(buyer.purchase)
  await api.runJobs()
  expect(await mattersOf(api, api.key)).toEqual([])
  expect(await mattersOf(api, api.key, { state: 'resolved' })).toMatchObject([
    { kind: 'payment_undecided', resolvedBy: null, note: expect.stringContaining('paid') },
  ])
})

test('what Safaricom says against a payment reaches a person', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPromptedPurchase(api, summit)
  await api.mpesa.pays(buyer.purchase, { receipt: 'UG1ABC2345' })
  await api.runJobs()
  await api.mpesa.ends(buyer.purchase, '1032')
  await api.runJobs()
  expect(await theMatter(api)).toMatchObject({
    kind: 'payment_contradiction',
    subjectId: buyer.payment.paymentId,
    facts: { receipt: 'UG1ABC2345', saidCode: '1032' },
  })
})

test('less than was believed reaches a person', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPromptedPurchase(api, summit)
  api.mpesa.answersQueries('0')
  await later(api, 60)
  await api.runSweeps()
  await api.mpesa.pays(buyer.purchase, { amount: '1000.00' })
  await api.runJobs()
  expect(await theMatter(api)).toMatchObject({
    kind: 'payment_short',
    facts: { received: 1500, saidAmount: 1000 },
  })
})

test('a receipt that another payment has reaches a person', async () => {
  const { api, summit } = await aSale()
  const [one, two] = [await aPromptedPurchase(api, summit), await aPromptedPurchase(api, summit)]
  await api.mpesa.pays(one.purchase, { receipt: 'UG1ABC2345' })
  await api.runJobs()
  await api.mpesa.pays(two.purchase, { receipt: 'UG1ABC2345' })
  await api.runJobs()
  expect(await theMatter(api)).toMatchObject({
    kind: 'receipt_taken',
    subjectId: two.payment.paymentId,
    facts: { saidReceipt: 'UG1ABC2345' },
  })
})

test('a matter is resolved once, by its own organization, and the record says by whom and how', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPromptedPurchase(api, summit)
  await api.mpesa.pays(buyer.purchase, { amount: '1600.00' })
  await api.runJobs()
  const [open] = await mattersOf(api)
  const resolve = (as: string, note?: string) =>
    api.call(resolveMatter, { as, params: { id: open?.id ?? '' }, ...(note && { body: { note } }) })
  const stranger = await foundOrganization(api.call, api.platform, 'stranger')
  expect((await resolve(stranger.admin)).status).toBe(404)
  expect((await resolve(stranger.key)).status).toBe(404)
  expect((await resolve(api.agent)).status).toBe(403)
  expect((await resolve(buyer.token)).status).toBe(403)

  const resolved = await resolve(api.admin, 'paid back, UG1XYZ')
  expect(resolved.body).toMatchObject({
    note: 'paid back, UG1XYZ',
    resolvedBy: expect.stringMatching(/^user_/),
    resolvedAt: expect.any(String),
  })
  expect((await resolve(api.key, 'again')).body).toEqual(resolved.body)
  expect(await mattersOf(api)).toEqual([])
  expect(await mattersOf(api, api.admin, { state: 'resolved' })).toEqual([resolved.body])
})

test('matters come in pages, newest first, by kind and by event; a gauge counts the open ones', async () => {
  const { api, summit } = await aSale()
  const accounts = []
  for (let at = 0; at < 3; at += 1) {
    const buyer = await aPromptedPurchase(api, summit)
    await api.mpesa.pays(buyer.purchase, { amount: '1600.00' })
    await api.runJobs()
    accounts.unshift(buyer.purchase.account)
  }
  const page = (query: Record<string, string>) => api.call(listMatters, { as: api.admin, query })
  const first = (await page({ limit: '2' })).body
  const rest = (await page({ limit: '2', after: first.next ?? '' })).body
  expect([...first.items, ...rest.items].map(({ facts }) => facts.account)).toEqual(accounts)
  expect(rest.next).toBeNull()
  expect((await page({ kind: 'dead_job' })).body.items).toEqual([])
  expect((await page({ kind: 'money_owed_back', eventId: summit.eventId })).body.items).toHaveLength(3)
  const { body: other } = await api.call(createEvent, {
    as: api.admin,
    body: {
      organizationId: api.organizationId,
      title: 'Another',
      slug: 'another',
      startDateTime: '2026-08-01T09:00:00Z',
      endDateTime: '2026-08-01T18:00:00Z',
    },
  })
  expect((await page({ eventId: other.id })).body.items).toEqual([])
  const registry = new Registry()
  measureMatters(registry, api.ctx.database.reader)
  const metrics = await registry.metrics()
  expect(metrics).toContain('open_matters{kind="money_owed_back"} 3')
  expect(metrics).toContain('open_matters{kind="dead_job"} 0')
})

const toldOf = (api: TestApi, amount: string) =>
  new Set(api.mails.filter(({ subject }) => subject.includes(amount)).map(({ to }) => to))
