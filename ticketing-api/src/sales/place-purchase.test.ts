import { changeMe } from '@event-sphere/contract/auth'
import { getPurchase, placePurchase } from '@event-sphere/contract/purchases'
import { listPublicTicketTypes } from '@event-sphere/contract/ticket-types'
import { expect, test } from 'vitest'
import { brokenPromises } from '../cast/broken-promises.ts'
import { aCustomer, buys, isBack } from '../cast/buyers.ts'
import { foundOrganization } from '../cast/staff.ts'
import { startApi } from '../cast/start-api.ts'
import { theSummit } from '../cast/summit.ts'

test('a free registration is complete at once, with its ticket', async () => {
  const api = await startApi()
  const summit = await theSummit(api)
  const { token, email } = await aCustomer(api, { firstName: 'Eliud', lastName: 'Kiptoo' })

  const { status, body } = await buys(api, summit, token, { general: 1 })

  expect(status).toBe(201)
  expect(body).toMatchObject({ status: 'completed', totalAmount: 0, buyer: { email } })
  expect(body.tickets).toHaveLength(1)
  expect(body.tickets[0]).toMatchObject({
    ticketCode: 'EBS2026-GA-000001',
    holderName: 'Eliud Kiptoo',
    status: 'valid',
    admitsOn: ['2026-07-15', '2026-07-16', '2026-07-17'],
    qrToken: expect.stringMatching(/^ES1:/),
    qrCode: expect.stringMatching(/^iVBOR/),
    ticketType: { code: 'GA' },
  })
  expect(await brokenPromises(api)).toEqual([])
})

test('a priced purchase waits for its money, says that M-Pesa is the way to pay, and holds its seats', async () => {
  const api = await startApi()
  const summit = await theSummit(api)
  const { token } = await aCustomer(api)

  const { body } = await buys(api, summit, token, { general: 1, gala: 1 })

  expect(body).toMatchObject({
    status: 'pending_payment',
    purchaseId: body.id,
    totalAmount: 1500,
    tickets: [],
    paymentInstructions: { method: 'mpesa' },
  })
  const types = await api.call(listPublicTicketTypes, { params: { eventId: summit.eventId } })
  expect(types.body.items.map((type) => type.remaining)).toEqual([1999, 499])
})

test('Prefer: return=minimal leaves drawings and expansions out', async () => {
  const api = await startApi()
  const summit = await theSummit(api)
  const body = {
    eventId: summit.eventId,
    items: [{ ticketTypeId: summit.general, quantity: 1 }],
    buyer: { email: 'g@example.com' },
  }

  const reply = await api.call(placePurchase, {
    as: api.key,
    body,
    prefer: 'return=minimal',
    idempotencyKey: api.newKey(),
  })

  expect(reply.status).toBe(201)
  for (const part of ['qrCode', 'qrToken', 'event', 'ticketType'])
    expect(reply.body.tickets[0]).not.toHaveProperty(part)
})

test('the same key twice is one purchase and the same bytes', async () => {
  const api = await startApi()
  const summit = await theSummit(api)
  const { token: as } = await aCustomer(api)
  const asked = {
    as,
    body: { eventId: summit.eventId, items: [{ ticketTypeId: summit.general, quantity: 1 }] },
    idempotencyKey: api.newKey(),
  }

  const answers = await Promise.all(Array.from({ length: 20 }, () => api.call(placePurchase, asked)))

  expect(new Set(answers.map((answer) => answer.text)).size).toBe(1)
  expect(answers.filter((answer) => answer.headers.get('idempotent-replayed') === 'true')).toHaveLength(19)
  const other = { ...asked.body, items: [{ ticketTypeId: summit.general, quantity: 2 }] }
  const reused = await api.call(placePurchase, { ...asked, body: other })
  expect([reused.status, reused.body.code]).toEqual([422, 'idempotency_key_reused'])
})

test('a key of one person is nobody else’s', async () => {
  const api = await startApi()
  const summit = await theSummit(api)
  const [one, two] = [await aCustomer(api), await aCustomer(api)]
  const body = { eventId: summit.eventId, items: [{ ticketTypeId: summit.general, quantity: 1 }] }
  const idempotencyKey = api.newKey()

  const first = await api.call(placePurchase, { as: one.token, body, idempotencyKey })
  const second = await api.call(placePurchase, { as: two.token, body, idempotencyKey })

  expect(second.body.id).not.toBe(first.body.id)
  expect(second.body.buyer.email).toBe(two.email)
})

test.each([
  ['before the sale', '2026-01-15T09:00:00Z', 'not_started'],
  ['after the sale', '2026-07-14T21:00:00Z', 'ended'],
])('%s nothing is sold, and the answer says which side it is', async (_when, now, saleState) => {
  const api = await startApi({ now })
  const summit = await theSummit(api)
  const { token } = await aCustomer(api)

  const { status, body } = await buys(api, summit, token, { general: 1 })

  expect(status).toBe(409)
  expect(body).toMatchObject({ code: 'sale_closed', saleState })
  expect(await brokenPromises(api)).toEqual([])
})

test('what cannot be sold is refused, and nothing changes', async () => {
  const api = await startApi()
  const summit = await theSummit(api, { general: { quantity: 2, maxPerPerson: 2 } })
  const { token: as } = await aCustomer(api)
  const ask = async (items: { ticketTypeId: string; quantity: number }[], more: object = {}) => {
    const answer = await api.call(placePurchase, {
      as,
      body: { eventId: summit.eventId, items, ...more },
      idempotencyKey: api.newKey(),
    })
    return [answer.status, answer.body.code]
  }
  const general = (quantity: number) => [{ ticketTypeId: summit.general, quantity }]
  const unknown = `ticket_type_${'0'.repeat(32)}`

  expect(await ask([{ ticketTypeId: summit.gala, quantity: 1 }])).toEqual([422, 'requirement_missing'])
  expect(await ask(general(3))).toEqual([409, 'limit_reached'])
  expect(await ask(general(1), { totalAmount: 5 })).toEqual([422, 'total_changed'])
  expect(await ask([{ ticketTypeId: unknown, quantity: 1 }])).toEqual([422, 'ticket_type_unknown'])
  expect(await ask(general(1), { eventId: `event_${'0'.repeat(32)}` })).toEqual([404, 'not_found'])
  expect(await ask(general(1), { phoneNumber: '12' })).toEqual([422, 'phone_invalid'])
  expect(await ask([])).toEqual([400, 'invalid_request'])
  expect(await ask(general(0))).toEqual([400, 'invalid_request'])
  expect((await buys(api, summit, as, { general: 2 })).status).toBe(201)
  const late = await aCustomer(api)
  expect((await buys(api, summit, late.token, { general: 1 })).body.code).toBe('sold_out')
  expect(await brokenPromises(api)).toEqual([])
})

test('an organization’s key sells its own events, and needs to say for whom', async () => {
  const api = await startApi()
  const summit = await theSummit(api)
  const stranger = await foundOrganization(api.call, api.platform, 'other')
  const items = [{ ticketTypeId: summit.general, quantity: 1 }]
  const ask = (as: string, buyer?: object) =>
    api.call(placePurchase, {
      as,
      body: { eventId: summit.eventId, items, buyer },
      idempotencyKey: api.newKey(),
    })

  expect((await ask(api.key)).body.code).toBe('invalid_request')
  expect((await ask(stranger.key, { email: 'guest@example.com' })).body.code).toBe('not_found')
  expect((await ask(api.key, { email: 'Guest@Example.com' })).body.buyer.email).toBe('guest@example.com')
})

test('seats of a purchase that nobody pays come back after thirty minutes', async () => {
  const api = await startApi({ now: '2026-07-01T09:00:00Z' })
  const summit = await theSummit(api, { gala: { quantity: 1 } })
  const [slow, quick] = [await aCustomer(api), await aCustomer(api)]
  await buys(api, summit, slow.token, { general: 1, gala: 1 })
  expect((await buys(api, summit, quick.token, { general: 1, gala: 1 })).body.code).toBe('sold_out')

  await api.moveTo('2026-07-01T09:31:00Z')
  const again = await buys(api, summit, await isBack(api, quick.refreshToken), { general: 1, gala: 1 })

  expect(again.status).toBe(201)
  await api.runSweeps()
  expect(await brokenPromises(api)).toEqual([])
})

test('a name that comes later stands on the tickets that are there', async () => {
  const api = await startApi()
  const summit = await theSummit(api)
  const { token: as } = await aCustomer(api)
  const { body } = await buys(api, summit, as, { general: 1 })
  expect(body.tickets[0]?.holderName).toBeNull()

  await api.call(changeMe, { as, body: { firstName: 'Jepkosgei', lastName: 'Sang' } })

  const again = await api.call(getPurchase, { as, params: { id: body.id } })
  expect(again.body.tickets[0]?.holderName).toBe('Jepkosgei Sang')
})

test('seats of ended holds are free even when whoever found them wanted more', async () => {
  const api = await startApi({ now: '2026-07-01T09:00:00Z' })
  const summit = await theSummit(api, { gala: { quantity: 1 } })
  const [slow, greedy] = [await aCustomer(api), await aCustomer(api)]
  await buys(api, summit, slow.token, { general: 1, gala: 1 })

  await api.moveTo('2026-07-01T09:31:00Z')
  const as = await isBack(api, greedy.refreshToken)
  expect((await buys(api, summit, as, { general: 2, gala: 2 })).body.code).toBe('sold_out')

  expect(await brokenPromises(api)).toEqual([])
  expect((await buys(api, summit, as, { general: 1, gala: 1 })).status).toBe(201)
})

test('the gala alone is not sold on general admission that nobody has paid for yet', async () => {
  const api = await startApi()
  const summit = await theSummit(api)
  const { token: as } = await aCustomer(api)
  expect((await buys(api, summit, as, { general: 1, gala: 1 })).body.status).toBe('pending_payment')

  expect((await buys(api, summit, as, { gala: 1 })).body.code).toBe('requirement_missing')

  // One general admission carries the gala that waits; it takes another for one more.
  expect((await buys(api, summit, as, { general: 1 })).body.status).toBe('completed')
  expect((await buys(api, summit, as, { gala: 1 })).body.code).toBe('requirement_missing')
  expect((await buys(api, summit, as, { general: 1 })).body.status).toBe('completed')
  expect((await buys(api, summit, as, { gala: 1 })).body.status).toBe('pending_payment')
})
