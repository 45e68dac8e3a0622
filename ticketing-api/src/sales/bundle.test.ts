import { stkPush } from '@event-sphere/contract/payments'
import { getPurchase, placePurchase } from '@event-sphere/contract/purchases'
import { createTicketType, listPublicTicketTypes } from '@event-sphere/contract/ticket-types'
import { expect, test } from 'vitest'
import { brokenPromises } from '../cast/broken-promises.ts'
import { aCustomer, buys } from '../cast/buyers.ts'
import { startApi, type TestApi } from '../cast/start-api.ts'
import { type Summit, theSummit } from '../cast/summit.ts'

async function aSummitWithABundle(galaSeats: number) {
  const api = await startApi()
  const summit = await theSummit(api, { gala: { quantity: galaSeats } })
  const { body } = await api.call(createTicketType, {
    as: api.admin,
    body: {
      eventId: summit.eventId,
      name: 'Summit and Gala',
      code: 'BOTH',
      price: 1400,
      includes: [summit.general, summit.gala],
    },
  })
  return { api, summit, bundle: body.id }
}

const buysBundle = (api: TestApi, { eventId }: Summit, as: string, ticketTypeId: string) =>
  api.call(placePurchase, {
    as,
    body: { eventId, items: [{ ticketTypeId, quantity: 1 }] },
    idempotencyKey: api.newKey(),
  })

test('a bundle issues one ticket of each type that it includes, out of the seats of both', async () => {
  const { api, summit, bundle } = await aSummitWithABundle(2)
  const { token } = await aCustomer(api)
  const bought = await buysBundle(api, summit, token, bundle)
  expect(bought.body).toMatchObject({ status: 'pending_payment', totalAmount: 1400, tickets: [] })
  const types = await api.call(listPublicTicketTypes, { params: { eventId: summit.eventId } })
  expect(types.body.items.map(({ code, remaining }) => [code, remaining])).toEqual([
    ['GA', 1999],
    ['GALA', 1],
    ['BOTH', 1],
  ])

  await api.call(stkPush, {
    as: token,
    idempotencyKey: api.newKey(),
    body: { purchaseId: bought.body.id, phoneNumber: '0712345678' },
  })
  await api.mpesa.pays({ account: bought.body.account })
  await api.runJobs()

  const paid = await api.call(getPurchase, { as: token, params: { id: bought.body.id } })
  expect(paid.body.status).toBe('completed')
  expect(paid.body.tickets.map((ticket) => ticket.ticketType?.code)).toEqual(['GA', 'GALA'])
  expect(await brokenPromises(api)).toEqual([])
})

test('a bundle is sold out with the scarcest of what it includes', async () => {
  const { api, summit, bundle } = await aSummitWithABundle(1)
  const [one, two] = [await aCustomer(api), await aCustomer(api)]
  expect((await buys(api, summit, one.token, { general: 1, gala: 1 })).status).toBe(201)

  expect((await buysBundle(api, summit, two.token, bundle)).body.code).toBe('sold_out')
  expect(await brokenPromises(api)).toEqual([])
})

test('a bundle that waits for money counts towards the limits of what it includes', async () => {
  const { api, summit, bundle } = await aSummitWithABundle(10)
  const { token } = await aCustomer(api)
  expect((await buysBundle(api, summit, token, bundle)).status).toBe(201)
  await buys(api, summit, token, { general: 1 })

  const more = await buys(api, summit, token, { general: 9, gala: 10 })

  expect(more.body).toMatchObject({
    code: 'limit_reached',
    limit: { ticketTypeId: summit.general, waiting: 1, owned: 1 },
  })
})
