import * as cart from '@event-sphere/contract/cart'
import { changeEvent } from '@event-sphere/contract/events'
import { placePurchase } from '@event-sphere/contract/purchases'
import { sql } from '@event-sphere/kit/database/database'
import { expect, test } from 'vitest'
import { brokenPromises } from '../cast/broken-promises.ts'
import { aCustomer } from '../cast/buyers.ts'
import { startApi } from '../cast/start-api.ts'
import { theSummit } from '../cast/summit.ts'

test('a draft sells nothing to anybody, free or priced, and puts nothing into carts', async () => {
  const api = await startApi()
  const draft = await theSummit(api, { event: { status: 'draft' } })
  const { token } = await aCustomer(api)
  const buyer = { email: 'guest@example.com' }

  for (const ticketTypeId of [draft.general, draft.gala]) {
    for (const [as, more] of [
      [token, {}],
      [api.key, { buyer }],
      [api.admin, { buyer }],
    ] as const) {
      const body = { eventId: draft.eventId, items: [{ ticketTypeId, quantity: 1 }], ...more }
      const sale = await api.call(placePurchase, { as, body, idempotencyKey: api.newKey() })
      expect([sale.status, sale.body.code]).toEqual([404, 'not_found'])
    }
    const added = await api.call(cart.addToCart, { as: token, body: { ticketTypeId, quantity: 1 } })
    expect([added.status, added.body.code]).toEqual([422, 'ticket_type_unknown'])
  }

  const { rows } = await sql`select id from purchases union all select id from holds`.execute(
    api.ctx.database.reader,
  )
  expect(rows).toEqual([])
})

test('a cart that was filled before its event was withdrawn cannot be checked out', async () => {
  const api = await startApi()
  const summit = await theSummit(api)
  const { token: as } = await aCustomer(api)
  await api.call(cart.addToCart, { as, body: { ticketTypeId: summit.general, quantity: 1 } })
  const withdrawn = await api.call(changeEvent, {
    as: api.admin,
    params: { id: summit.eventId },
    body: { status: 'draft' },
  })
  expect(withdrawn.status).toBe(200)

  const answer = await api.call(cart.checkout, { as, body: {}, idempotencyKey: api.newKey() })

  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(answer.status).toBeLessThan(500)
  const { rows } = await sql`select 1 from tickets`.execute(api.ctx.database.reader)
  expect(rows).toEqual([])
  expect(await brokenPromises(api)).toEqual([])
})
