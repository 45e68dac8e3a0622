import { addToCart } from '@event-sphere/contract/cart'
import { createEntrance, deleteEntrance } from '@event-sphere/contract/entrances'
import { cancelEvent, changeEvent } from '@event-sphere/contract/events'
import { type HappeningType, happeningData } from '@event-sphere/contract/happenings'
import { placePurchase } from '@event-sphere/contract/purchases'
import { changeTicketType } from '@event-sphere/contract/ticket-types'
import { sql } from '@event-sphere/kit/database/database'
import { expect, onTestFinished, test } from 'vitest'
import { aCustomer, buys } from '../cast/buyers.ts'
import { rewriteSql } from '../cast/rewrite-sql.ts'
import { startApi } from '../cast/start-api.ts'
import { theSummit } from '../cast/summit.ts'
import { aHolder, atTheDoor, scans } from '../check-in/cast.ts'
import { aPromptedPurchase, aSale, promptedPurchases } from '../payments/cast.ts'
import { aListener, happened, typesOf } from './cast.ts'

test('where nobody listens, nothing is kept', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPromptedPurchase(api, summit)
  await api.mpesa.pays(buyer.purchase)
  await api.runJobs()
  await api.call(cancelEvent, { as: api.admin, params: { id: summit.eventId } })

  expect(await happened(api)).toEqual([])
})

test('where nobody listens, a sale sends no statement for it', async () => {
  const { api, summit } = await aSale()
  const { token } = await aCustomer(api)
  const sent: string[] = []
  const { restore } = rewriteSql((text) => {
    if (/insert into happenings/.test(text)) sent.push(text)
    return text
  })
  onTestFinished(restore)

  await buys(api, summit, token, { general: 1 })
  expect(sent).toEqual([])

  await aListener(api, ['ticket.created'])
  await buys(api, summit, token, { general: 1 })
  expect(sent).toHaveLength(1)
})

test('only what some active webhook of the same organization listens to is kept', async () => {
  const { api, summit } = await aSale()
  await aListener(api, ['purchase.completed'])
  await aListener(api, ['*'], { status: 'disabled' })
  await aListener(api, ['*'], { isOfAnother: true })

  await buys(api, summit, (await aCustomer(api)).token, { general: 2 })

  expect(typesOf(await happened(api))).toEqual(['purchase.completed'])
})

test('a sale that fails has not happened', async () => {
  const { api, summit } = await aSale()
  await aListener(api)
  await sql`create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$`.execute(
    api.ctx.database.reader,
  )
  // Refused at the commit, when everything else of the transaction is written.
  await sql`create constraint trigger refuse after insert on tickets initially deferred
    for each row execute function refuse()`.execute(api.ctx.database.reader)

  const { status } = await buys(api, summit, (await aCustomer(api)).token, { general: 1 })

  expect(status).toBe(500)
  expect(await happened(api)).toEqual([])
})

test('in a crowd at two processes each purchase and its tickets are told once, and the stock once a group', async () => {
  const { api, summit } = await aSale()
  await aListener(api)
  const other = await api.startAnother()
  const order = (nth: number) => {
    const key = api.newKey()
    const body = {
      eventId: summit.eventId,
      items: [{ ticketTypeId: summit.general, quantity: 2 }],
      buyer: { email: `crowd${nth}@example.com` },
    }
    const ask = (side: typeof api.call) =>
      side(placePurchase, { as: api.key, body, idempotencyKey: key, prefer: 'return=minimal' })
    return Promise.all([ask(api.call), ask(other.call)])
  }
  const answers = await Promise.all(Array.from({ length: 30 }, (_, nth) => order(nth)))

  const placed = new Set(answers.flatMap((pair) => pair.map(({ body }) => body.id)))
  const all = await happened(api)
  const of = (type: HappeningType) => all.filter((one) => one.type === type).map(({ data }) => data)
  expect(placed.size).toBe(30)
  for (const type of ['purchase.completed', 'ticket.created'] as const) {
    expect(of(type)).toHaveLength(30)
    expect(new Set(of(type).map(({ purchaseId }) => purchaseId))).toEqual(placed)
  }
  const { rows } = await sql<{ groups: number }>`
    select count(distinct xmin::text)::int as groups from purchases`.execute(api.ctx.database.reader)
  expect(of('stock.changed')).toHaveLength(rows[0]?.groups ?? 0)
  expect(of('stock.changed').length).toBeLessThan(30)
})

test('in a crowd of callbacks each payment, purchase and set of tickets is told once, however often Safaricom calls', async () => {
  const { api, summit } = await aSale()
  const buyers = await promptedPurchases(api, summit, 8)
  await aListener(api)
  const [failed, ...paid] = buyers
  if (!failed) throw new Error('nobody was prompted')

  await Promise.all([
    ...paid.map(({ purchase }) => api.mpesa.pays(purchase, { deliveries: 3 })),
    api.mpesa.ends(failed.purchase, '1032', { deliveries: 3 }),
  ])
  await api.runJobs()

  const counts = Object.fromEntries(
    [...Map.groupBy(await happened(api), ({ type }) => type)].map(([type, some]) => [type, some.length]),
  )
  expect(counts).toEqual({
    'payment.success': 7,
    'payment.failed': 1,
    'purchase.completed': 7,
    'ticket.created': 7,
  })
})

test('a request that M-Pesa turns away has failed, once', async () => {
  const { api, summit } = await aSale()
  await aListener(api)
  api.mpesa.answersNextPrompt({ kind: 'refused', code: '1', text: 'no', isBusy: false })
  await aPromptedPurchase(api, summit).catch(() => undefined)

  expect(typesOf(await happened(api))).toEqual(['payment.failed', 'stock.changed'])
})

test('a scan is told with its result, and a retry of it is not', async () => {
  const { api, summit } = await atTheDoor()
  const holder = await aHolder(api, summit)
  await aListener(api, ['ticket.scanned'])
  const scanId = `scan_${'0'.repeat(31)}1`

  await scans(api, holder.general.qrToken, { scanId })
  await scans(api, holder.general.qrToken, { scanId })
  await scans(api, holder.general.qrToken)

  const results = (await happened(api)).map(({ data }) => data.result)
  expect(results).toEqual(['admitted', 'already_admitted'])
})

test('changes of an event, its ticket types and its entrances are told, and those of its seats', async () => {
  const { api, summit } = await aSale()
  const { eventId, gala } = summit
  await aListener(api)
  const told = async (change: () => Promise<unknown>) => {
    const before = (await happened(api)).length
    await change()
    return (await happened(api)).slice(before).map(({ type, data }) => `${type} ${data.changed ?? ''}`.trim())
  }
  const as = api.admin

  expect(
    await told(() => api.call(changeEvent, { as, params: { id: eventId }, body: { title: 'Summit' } })),
  ).toEqual(['event.updated event'])
  expect(
    await told(() => api.call(changeEvent, { as, params: { id: eventId }, body: { maxAttendees: 100 } })),
  ).toEqual(['event.updated event', 'stock.changed'])
  expect(
    await told(() => api.call(changeTicketType, { as, params: { id: gala }, body: { quantity: 10 } })),
  ).toEqual(['event.updated ticket_types', 'stock.changed'])
  expect(await told(() => theSummit(api, { event: { slug: 'second', code: 'SECOND' } }))).toEqual([
    'event.updated event',
    'event.updated ticket_types',
    'event.updated ticket_types',
  ])
  const body = { eventId, name: 'Gala', ticketTypeIds: [gala] }
  let id = ''
  const create = async () => {
    id = (await api.call(createEntrance, { as, body })).body.id
  }
  expect(await told(create)).toEqual(['event.updated entrances'])
  expect(await told(() => api.call(deleteEntrance, { as, params: { id } }))).toEqual([
    'event.updated entrances',
  ])
  expect(await told(() => api.call(cancelEvent, { as, params: { id: eventId } }))).toEqual([
    'event.updated event',
  ])
  expect(await told(() => api.call(cancelEvent, { as, params: { id: eventId } }))).toEqual([])
})

test('a cart that takes seats, is bought and paid for moves the stock once; when it ends, again', async () => {
  const api = await startApi({ now: '2026-07-01T09:00:00Z' })
  const summit = await theSummit(api)
  await aListener(api, ['stock.changed'])
  const [buyer, other] = [await aCustomer(api), await aCustomer(api)]
  const body = { ticketTypeId: summit.general, quantity: 1 }
  await api.call(addToCart, { as: buyer.token, body })
  await api.call(addToCart, { as: other.token, body })
  expect(await happened(api)).toHaveLength(2)

  await api.moveTo('2026-07-01T09:31:00Z')
  await api.runSweeps()

  expect(await happened(api)).toHaveLength(3)
})

test('a purchase of more tickets than one happening names is told in several, each under 20 kB', async () => {
  const api = await startApi()
  const summit = await theSummit(api, { gala: { price: 0 } })
  await sql`update ticket_types set max_per_purchase = 100, max_per_person = 100`.execute(
    api.ctx.database.reader,
  )
  await aListener(api, ['ticket.created'])

  await buys(api, summit, (await aCustomer(api)).token, { general: 100, gala: 60 })

  const all = await happened(api)
  const counts = all.map(({ data }) => happeningData['ticket.created'].parse(data).tickets.length)
  expect(counts.toSorted((a, b) => a - b)).toEqual([60, 100])
  for (const { data } of all) expect(JSON.stringify(data).length).toBeLessThan(20_000)
})
