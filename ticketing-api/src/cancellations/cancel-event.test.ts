import { login } from '@event-sphere/contract/auth'
import { addToCart } from '@event-sphere/contract/cart'
import { scanTicket } from '@event-sphere/contract/check-in'
import { cancelEvent, changeEvent, getPublicEvent } from '@event-sphere/contract/events'
import { listMatters } from '@event-sphere/contract/matters'
import { listPublicTicketTypes } from '@event-sphere/contract/ticket-types'
import { eventId as eventIdOf } from '@event-sphere/contract/values/ids'
import { sql } from '@event-sphere/kit/database/database'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { brokenPromises } from '../cast/broken-promises.ts'
import { aCustomer, aPendingPurchase, buys } from '../cast/buyers.ts'
import { foundOrganization, password } from '../cast/staff.ts'
import { startApi, type TestApi } from '../cast/start-api.ts'
import { type Summit, theSummit } from '../cast/summit.ts'
import { aPromptedPurchase, aSale, purchaseOf, pushes } from '../payments/cast.ts'
import { endPurchases } from './end-purchases.ts'

const cancel = (api: TestApi, { eventId }: Summit, as = api.admin) =>
  api.call(cancelEvent, { as, params: { id: eventId } })

test('nothing of a cancelled event is sold, held, prompted for or admitted any more, from the moment it is', async () => {
  const { api, summit } = await aSale()
  const holder = await aCustomer(api)
  const { body: free } = await buys(api, summit, holder.token, { general: 1 })
  const waiting = await aPendingPurchase(api, summit)
  const shopper = await aCustomer(api)
  await api.call(addToCart, { as: shopper.token, body: { ticketTypeId: summit.gala, quantity: 1 } })

  expect(await cancel(api, summit)).toMatchObject({ status: 200, body: { status: 'cancelled' } })

  expect((await buys(api, summit, shopper.token, { general: 1 })).body.code).toBe('not_found')
  expect(
    (await api.call(addToCart, { as: shopper.token, body: { ticketTypeId: summit.gala, quantity: 1 } }))
      .status,
  ).toBeGreaterThanOrEqual(400)
  expect((await pushes(api, waiting)).body.code).toBe('sale_closed')
  const { rows } = await sql`select 1 from holds`.execute(api.ctx.database.reader)
  expect(rows).toEqual([])
  await api.moveTo('2026-07-15T08:00:00Z')
  const agent = { email: 'agent@kncci.example', password }
  const scan = await api.call(scanTicket, {
    as: (await api.call(login, { body: agent })).body.access_token,
    idempotencyKey: api.newKey(),
    body: { ticketCode: free.tickets[0]?.ticketCode ?? '', checkInLocation: 'Main Entrance' },
  })
  expect(scan.body).toMatchObject({ result: 'cancelled' })
})

test('whoever has the address of a cancelled event is told so, and offered nothing', async () => {
  const { api, summit } = await aSale()
  await cancel(api, summit)

  const told = await api.call(getPublicEvent, { params: { idOrSlug: summit.eventId } })
  expect(told).toMatchObject({ status: 200, body: { status: 'cancelled' } })
  const offered = await api.call(listPublicTicketTypes, { params: { eventId: summit.eventId } })
  expect(offered).toMatchObject({ status: 200, body: { items: [] } })
})

test('a draft that is cancelled was never published, and stays unseen', async () => {
  const { api } = await aSale()
  const draft = await theSummit(api, { event: { slug: 'draft', code: 'DRAFT', status: 'draft' } })

  await cancel(api, draft)

  expect((await api.call(getPublicEvent, { params: { idOrSlug: 'draft' } })).status).toBe(404)
  expect((await api.call(getPublicEvent, { params: { idOrSlug: draft.eventId } })).status).toBe(404)
})

test('what was bought ends: tickets die, money is owed back, a person has the list, and every buyer is told', async () => {
  const { api, summit } = await aSale()
  const registered = await aCustomer(api)
  const { body: free } = await buys(api, summit, registered.token, { general: 1 })
  const paid = await aPromptedPurchase(api, summit)
  await api.mpesa.pays(paid.purchase)
  await api.runJobs()
  const partly = await aPromptedPurchase(api, summit)
  await api.mpesa.pays(partly.purchase, { amount: '1000.00' })
  await api.runJobs()
  const waiting = await aPendingPurchase(api, summit)
  api.mails.length = 0

  await cancel(api, summit)
  await api.runJobs()

  expect(await purchaseOf(api, { ...registered, purchase: free })).toMatchObject({
    status: 'cancelled',
    tickets: [{ status: 'cancelled' }],
  })
  expect(await purchaseOf(api, paid)).toMatchObject({
    status: 'owed_back',
    tickets: [{ status: 'cancelled' }, { status: 'cancelled' }],
  })
  expect(await purchaseOf(api, partly)).toMatchObject({ status: 'cancelled', paidAmount: 1000, tickets: [] })
  expect((await purchaseOf(api, waiting)).status).toBe('cancelled')
  const query = { eventId: summit.eventId, kind: 'money_owed_back' }
  const { items } = (await api.call(listMatters, { as: api.admin, query })).body
  expect(items.map(({ subjectId, facts }) => [subjectId, facts.amount, facts.because])).toEqual([
    [partly.purchase.id, 1000, 'event_cancelled'],
    [paid.purchase.id, 1500, 'event_cancelled'],
  ])
  const mailOf = (to: string) => api.mails.filter((mail) => mail.to === to).map(({ text }) => text)
  expect(mailOf(registered.email)).toEqual([expect.stringContaining('no longer valid')])
  expect(mailOf(paid.email)).toEqual([expect.stringMatching(/owes you KSh 1,500 .*events@kncci\.example/)])
  expect(mailOf(partly.email)).toEqual([expect.stringContaining('KSh 1,000')])
  expect(mailOf(waiting.email)).toEqual([expect.stringContaining('Do not pay')])
  expect(api.mails).toHaveLength(4)
  expect(await brokenPromises(api)).toEqual([])
})

test('somebody with a ticket, an open order and one paid in part is told of all of it in one mail', async () => {
  const { api, summit } = await aSale()
  const { token, email } = await aCustomer(api)
  await buys(api, summit, token, { general: 1 })
  const { body: partly } = await buys(api, summit, token, { gala: 1 })
  await pushes(api, { purchase: partly, token })
  await api.mpesa.pays(partly, { amount: '1000.00' })
  const guest = await aCustomer(api)
  await buys(api, summit, guest.token, { general: 1 })
  const { body: open } = await buys(api, summit, guest.token, { gala: 1 })
  await api.runJobs()
  api.mails.length = 0

  await cancel(api, summit)
  await api.runJobs()

  const mailOf = (to: string) => api.mails.filter((mail) => mail.to === to).map(({ text }) => text)
  expect(mailOf(email)).toEqual([expect.stringMatching(/no longer valid[\s\S]*owes you KSh 1,000/)])
  expect(mailOf(guest.email)).toEqual([
    expect.stringMatching(new RegExp(`no longer valid[\\s\\S]*${open.account}[\\s\\S]*Do not pay`)),
  ])
  expect(api.mails).toHaveLength(2)
})

test('money that comes for a cancelled event is owed back, whether its purchase has ended yet or not', async () => {
  const { api, summit } = await aSale()
  const [early, late] = [await aPromptedPurchase(api, summit), await aPromptedPurchase(api, summit)]
  await cancel(api, summit)
  await api.mpesa.pays(early.purchase)
  await api.runJobs()
  await api.mpesa.pays(late.purchase)
  await api.runJobs()
  for (const buyer of [early, late])
    expect(await purchaseOf(api, buyer)).toMatchObject({ status: 'owed_back', paidAmount: 1500, tickets: [] })
  const { items } = (await api.call(listMatters, { as: api.admin })).body
  expect(items.map(({ facts }) => facts.because)).toEqual(['event_cancelled', 'event_cancelled'])
  expect(await brokenPromises(api)).toEqual([])
})

test('a withdrawn event prompts nobody, and money that still comes is owed back', async () => {
  const { api, summit } = await aSale()
  const [waiting, prompted] = [await aPendingPurchase(api, summit), await aPromptedPurchase(api, summit)]
  await api.call(changeEvent, {
    as: api.admin,
    params: { id: summit.eventId },
    body: { status: 'draft' },
  })
  expect((await pushes(api, waiting)).body.code).toBe('sale_closed')
  await api.mpesa.pays(prompted.purchase)
  await api.runJobs()
  expect(await purchaseOf(api, prompted)).toMatchObject({ status: 'owed_back', tickets: [] })
  expect(await brokenPromises(api)).toEqual([])
})

test('only its own organization cancels an event, by no other way, and for good', async () => {
  const { api, summit } = await aSale()
  const stranger = await foundOrganization(api.call, api.platform, 'stranger')
  expect((await cancel(api, summit, stranger.admin)).status).toBe(404)
  expect((await cancel(api, summit, stranger.key)).status).toBe(404)
  expect((await cancel(api, summit, api.agent)).status).toBe(403)
  expect((await cancel(api, summit, (await aCustomer(api)).token)).status).toBe(403)
  const change = (body: object) =>
    api.call(changeEvent, { as: api.admin, params: { id: summit.eventId }, body })
  expect((await change({ status: 'cancelled' })).status).toBe(400)

  expect((await cancel(api, summit, api.key)).status).toBe(200)
  expect((await cancel(api, summit)).body.status).toBe('cancelled')
  await api.runJobs()
  expect(await change({ status: 'published' })).toMatchObject({
    status: 409,
    body: { code: 'event_cancelled' },
  })
  expect(await change({ description: 'Cancelled, since …' })).toMatchObject({ body: { status: 'cancelled' } })
})

test('2,500 orders end in batches, each once, and a batch that breaks off is taken up again', async () => {
  const api = await startApi()
  const summit = await theSummit(api, { event: { maxAttendees: 10_000 }, general: { quantity: 10_000 } })
  const customer = await aCustomer(api)
  await buys(api, summit, customer.token, { general: 1 })
  await api.runJobs()
  await manyMore(api, 2499)
  // Of the first batch and of the last: one mail all the same.
  await buys(api, summit, customer.token, { general: 1 })
  await api.runJobs()
  expect(await brokenPromises(api)).toEqual([])
  api.mails.length = 0

  await cancel(api, summit)
  const eventId = z.decode(eventIdOf, summit.eventId)
  const { enqueue } = api.ctx.jobs
  api.ctx.jobs.enqueue = async () => {
    throw new Error('the process died')
  }
  await expect(endPurchases(api.ctx, { eventId, after: eventId })).rejects.toThrow('died')
  api.ctx.jobs.enqueue = enqueue
  expect(await brokenPromises(api)).toEqual([])
  await api.runJobs()

  const { rows } = await sql<{ status: string; count: number }>`
    select status, count(*)::int as count from tickets group by 1`.execute(api.ctx.database.reader)
  expect(rows).toEqual([{ status: 'cancelled', count: 2501 }])
  expect(new Set(api.mails.map(({ to }) => to)).size).toBe(2500)
  expect(api.mails).toHaveLength(2500)
  expect(await brokenPromises(api)).toEqual([])
}, 180_000)

/** More orders like the one that is there, without its three round trips each. */
async function manyMore(api: TestApi, howMany: number): Promise<void> {
  await api.ctx.database.transaction(async (tx) => {
    await sql`create temporary table copies on commit drop as
      select uuidv7() as id, n from generate_series(1, ${howMany}) n`.execute(tx)
    await sql`insert into purchases (id, organization_id, event_id, buyer_email, locale, status, total_cents,
        account, created_at, completed_at)
      select c.id, p.organization_id, p.event_id, 'many' || c.n || '@example.com', p.locale, p.status, 0,
        'MANY' || c.n, p.created_at, p.completed_at
      from purchases p, copies c`.execute(tx)
    await sql`insert into purchase_items (organization_id, purchase_id, ticket_type_id, name, quantity, unit_price_cents)
      select organization_id, c.id, ticket_type_id, name, quantity, unit_price_cents from purchase_items, copies c`.execute(
      tx,
    )
    await sql`insert into tickets (organization_id, id, event_id, ticket_type_id, purchase_id, serial, typed_code, issued_at)
      select organization_id, uuidv7(), event_id, ticket_type_id, c.id, 10 + c.n, 'MANY' || c.n, issued_at
      from tickets, copies c`.execute(tx)
    await sql`insert into holdings (organization_id, event_id, email, ticket_type_id, owned)
      select h.organization_id, h.event_id, 'many' || c.n || '@example.com', h.ticket_type_id, 1 from holdings h, copies c`.execute(
      tx,
    )
    await sql`update quotas set taken = taken + ${howMany} where taken > 0`.execute(tx)
  })
}
