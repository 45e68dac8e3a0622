import * as cart from '@event-sphere/contract/cart'
import { placePurchase } from '@event-sphere/contract/purchases'
import { createTicketType } from '@event-sphere/contract/ticket-types'
import { type EventId, eventId as eventIdCodec } from '@event-sphere/contract/values/ids'
import { sql } from '@event-sphere/kit/database/database'
import { expect, test, vi } from 'vitest'
import { brokenPromises } from '../cast/broken-promises.ts'
import { aCustomer, buys } from '../cast/buyers.ts'
import type { CallTestApi } from '../cast/call-api.ts'
import { startApi, type TestApi } from '../cast/start-api.ts'
import { type Summit, theSummit } from '../cast/summit.ts'
import { lockStock } from '../seats/lock-stock.ts'
import { saveStock } from '../seats/save-stock.ts'
import { Stock } from '../seats/stock.ts'

/** Other people's orders, so that what is asked for beside them stands in one group. */
function aCrowd(api: TestApi, { eventId }: Summit, ticketTypeId: string, call: CallTestApi = api.call) {
  return Array.from({ length: 30 }, (_, n) =>
    call(placePurchase, {
      as: api.key,
      body: {
        eventId,
        items: [{ ticketTypeId, quantity: 1 }],
        buyer: { email: `crowd${n}.${Math.random()}@example.com` },
      },
      prefer: 'return=minimal',
      idempotencyKey: api.newKey(),
    }),
  )
}

/** A summit with a third type that is free and has room for everybody, so that a crowd can buy beside what is scarce. */
async function aSummitWithACrowd(api: TestApi, scarce: { general?: number; gala?: number }) {
  const summit = await theSummit(api, {
    general: { quantity: scarce.general ?? 2000, maxPerPerson: 100 },
    gala: { quantity: scarce.gala ?? 500, metadata: { galaDate: '2026-07-16' } },
  })
  const crowd = await api.call(createTicketType, {
    as: api.admin,
    body: { eventId: summit.eventId, name: 'Exhibition', price: 0, quantity: 1000 },
  })
  return { summit, crowdType: crowd.body.id }
}

async function aCartOf(api: TestApi, ticketTypeId: string, quantity: number) {
  const { token } = await aCustomer(api)
  const added = await api.call(cart.addToCart, { as: token, body: { ticketTypeId, quantity } })
  expect(added.status).toBe(201)
  return token
}

const checkOut = (api: TestApi, as: string, call: CallTestApi = api.call) =>
  call(cart.checkout, { as, body: {}, idempotencyKey: api.newKey(), prefer: 'return=minimal' })

async function ticketsOf(api: TestApi, typeCode: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from tickets k join ticket_types t on t.id = k.ticket_type_id
    where t.code = ${typeCode}`.execute(api.ctx.database.reader)
  return rows[0]?.count ?? 0
}

test('eight checkouts of one cart in a crowd issue its tickets once', async () => {
  const api = await startApi()
  const { summit, crowdType } = await aSummitWithACrowd(api, { general: 10 })
  const token = await aCartOf(api, summit.general, 10)

  const crowd = aCrowd(api, summit, crowdType)
  const answers = await Promise.all(Array.from({ length: 8 }, () => checkOut(api, token)))
  await Promise.all(crowd)

  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409, 409, 409])
  expect(await ticketsOf(api, 'GA')).toBe(10)
  expect(await brokenPromises(api)).toEqual([])
})

test('eight checkouts on two processes issue its tickets once', async () => {
  const api = await startApi()
  const other = await api.startAnother()
  const { summit, crowdType } = await aSummitWithACrowd(api, { general: 10 })
  const token = await aCartOf(api, summit.general, 10)

  const crowd = [...aCrowd(api, summit, crowdType), ...aCrowd(api, summit, crowdType, other.call)]
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, n) => checkOut(api, token, n % 2 ? other.call : api.call)),
  )
  await Promise.all(crowd)

  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(await ticketsOf(api, 'GA')).toBe(10)
  expect(await brokenPromises(api)).toEqual([])
})

test('checkouts of one priced cart all lead to one purchase', async () => {
  const api = await startApi()
  const { summit, crowdType } = await aSummitWithACrowd(api, { gala: 2 })
  const token = await aCartOf(api, summit.gala, 2)

  const crowd = aCrowd(api, summit, crowdType)
  const answers = await Promise.all(Array.from({ length: 5 }, () => checkOut(api, token)))
  await Promise.all(crowd)

  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201])
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
  expect(await brokenPromises(api)).toEqual([])
})

test('control: a hold that is only looked at is spent as often as it is asked for', async () => {
  const api = await startApi()
  const { summit, crowdType } = await aSummitWithACrowd(api, { general: 10 })
  await sql`drop index one_purchase_a_cart`.execute(api.ctx.database.reader)
  const token = await aCartOf(api, summit.general, 10)
  const looking = vi.spyOn(Stock.prototype, 'takeHold').mockImplementation(function (this: Stock, id) {
    return this.findLiveHold(id)
  })

  const crowd = aCrowd(api, summit, crowdType)
  await Promise.all(Array.from({ length: 8 }, () => checkOut(api, token)))
  await Promise.all(crowd)
  looking.mockRestore()

  expect(await ticketsOf(api, 'GA')).toBeGreaterThan(10)
  expect(await brokenPromises(api)).not.toEqual([])
})

test('behind the line, the database lets a cart head one purchase', async () => {
  const api = await startApi()
  const { summit } = await aSummitWithACrowd(api, {})
  const token = await aCartOf(api, summit.general, 1)
  await checkOut(api, token)

  const again = sql`
    insert into purchases (id, organization_id, event_id, buyer_email, locale, status, total_cents, account, cart_id, created_at)
    select gen_random_uuid(), organization_id, event_id, buyer_email, locale, status, total_cents, 'AAAAAAAAAA', cart_id, created_at
    from purchases where cart_id is not null`.execute(api.ctx.database.reader)

  await expect(again).rejects.toMatchObject({ constraint: 'one_purchase_a_cart' })
})

test('a stock that took a hold which somebody else has ended is not saved', async () => {
  const api = await startApi()
  const { summit } = await aSummitWithACrowd(api, {})
  await aCartOf(api, summit.general, 1)
  const { rows } = await sql<{ id: string }>`select id from holds`.execute(api.ctx.database.reader)
  const [hold] = rows

  const spending = api.ctx.database.transaction(async (tx) => {
    const stock = await lockStock(tx, eventIdCodec.decode(summit.eventId as `event_${string}`) as EventId, [
      hold?.id ?? '',
    ])
    expect(stock.takeHold(hold?.id ?? '')?.seats).toHaveLength(1)
    expect(stock.takeHold(hold?.id ?? '')).toBeUndefined()
    await sql`delete from holds`.execute(tx)
    await saveStock(api.ctx, tx, stock)
  })

  await expect(spending).rejects.toThrow('spent by somebody else')
})

test('the same purchase started twice is one, in a crowd and on two processes', async () => {
  const api = await startApi()
  const other = await api.startAnother()
  const { summit, crowdType } = await aSummitWithACrowd(api, {})
  const { token } = await aCustomer(api)
  const start = (n: number) =>
    (n % 2 ? other : api).call(placePurchase, {
      as: token,
      body: { eventId: summit.eventId, items: [{ ticketTypeId: summit.gala, quantity: 1 }] },
      idempotencyKey: api.newKey(),
    })

  const crowd = aCrowd(api, summit, crowdType)
  const answers = await Promise.all(Array.from({ length: 6 }, (_, n) => start(n)))
  await Promise.all(crowd)

  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
  expect(answers[0]?.body.status).toBe('pending_payment')
  expect(await brokenPromises(api)).toEqual([])
})

test('one person never has more than the limit, however many ask at once', async () => {
  const api = await startApi()
  const other = await api.startAnother()
  const summit = await theSummit(api, { general: { maxPerPerson: 1 } })
  const { token } = await aCustomer(api)

  const crowd = aCrowd(api, summit, summit.general)
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, n) =>
      (n % 2 ? other : api).call(placePurchase, {
        as: token,
        body: { eventId: summit.eventId, items: [{ ticketTypeId: summit.general, quantity: 1 }] },
        idempotencyKey: api.newKey(),
      }),
    ),
  )
  await Promise.all(crowd)

  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  const refused = answers.find(({ status }) => status === 409)
  expect(refused?.body).toMatchObject({
    code: 'limit_reached',
    limit: { ticketTypeId: summit.general, most: 1, owned: 1, waiting: 0 },
  })
  expect(await brokenPromises(api)).toEqual([])
})

test('a release that would free more than there is counts anew, tells a person, and stops nobody', async () => {
  const api = await startApi({ now: '2026-07-01T09:00:00Z' })
  const summit = await theSummit(api, { gala: { quantity: 2, metadata: { galaDate: '2026-07-16' } } })
  const second = await theSummit(api, { event: { slug: 'second', code: 'SECOND' } })
  const buyers = [await aCustomer(api), await aCustomer(api)]
  await buys(api, summit, buyers[0]?.token ?? '', { gala: 2 })
  await buys(api, second, buyers[1]?.token ?? '', { general: 1, gala: 1 })
  // A fault of whatever kind has counted wrongly.
  await sql`update quotas set taken = 0 where name = 'GALA' and size = 2`.execute(api.ctx.database.reader)

  await api.moveTo('2026-07-01T09:31:00Z')
  await api.runSweeps()

  const { rows: holds } = await sql`select id from holds`.execute(api.ctx.database.reader)
  expect(holds).toEqual([])
  const { rows: matters } = await sql`select kind, subject from matters`.execute(api.ctx.database.reader)
  expect(matters).toEqual([{ kind: 'seats_recounted', subject: 'event' }])
  const third = await aCustomer(api)
  expect((await buys(api, summit, third.token, { gala: 2 })).status).toBe(201)
  expect(await brokenPromises(api)).toEqual([])
})
