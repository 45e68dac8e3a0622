import * as cart from '@event-sphere/contract/cart'
import { placePurchase } from '@event-sphere/contract/purchases'
import { changeTicketType } from '@event-sphere/contract/ticket-types'
import { sql } from '@event-sphere/kit/database/database'
import { expect, test } from 'vitest'
import { brokenPromises } from '../cast/broken-promises.ts'
import { aCustomer, buys } from '../cast/buyers.ts'
import { foundOrganization } from '../cast/staff.ts'
import { startApi } from '../cast/start-api.ts'
import { theSummit } from '../cast/summit.ts'

test('an administrator who names a buyer sells to that buyer', async () => {
  const api = await startApi()
  const summit = await theSummit(api)
  const body = {
    eventId: summit.eventId,
    items: [{ ticketTypeId: summit.general, quantity: 1 }],
    buyer: { email: 'guest@example.com', firstName: 'Amina' },
  }

  const sold = await api.call(placePurchase, { as: api.admin, body, idempotencyKey: api.newKey() })

  expect(sold.status).toBe(201)
  expect(sold.body.buyer).toMatchObject({ email: 'guest@example.com', firstName: 'Amina' })
  const stranger = await foundOrganization(api.call, api.platform, 'other')
  const elsewhere = await api.call(placePurchase, { as: stranger.admin, body, idempotencyKey: api.newKey() })
  expect(elsewhere.body.code).toBe('not_found')
})

test('a customer who names a buyer is refused by name, not ignored', async () => {
  const api = await startApi()
  const summit = await theSummit(api)
  const { token } = await aCustomer(api)
  const refused = await api.call(placePurchase, {
    as: token,
    body: {
      eventId: summit.eventId,
      items: [{ ticketTypeId: summit.general, quantity: 1 }],
      buyer: { email: 'someone@example.com' },
    },
    idempotencyKey: api.newKey(),
  })
  expect(refused.status).toBe(400)
  expect(refused.body).toMatchObject({ errors: [{ pointer: '/buyer' }] })
})

test('a key keeps a cart for each of its guests, and no other organization sees it', async () => {
  const api = await startApi()
  const summit = await theSummit(api)
  const stranger = await foundOrganization(api.call, api.platform, 'other')
  const added = await api.call(cart.addToCart, {
    as: api.key,
    body: { ticketTypeId: summit.gala, quantity: 1 },
  })
  const another = await api.call(cart.addToCart, {
    as: api.key,
    body: { ticketTypeId: summit.gala, quantity: 2 },
  })
  const cartId = added.body.id ?? ''
  expect([added.status, another.status]).toEqual([201, 201])
  expect(another.body.id).not.toBe(cartId)
  await api.call(cart.addToCart, { as: api.key, body: { ticketTypeId: summit.general, quantity: 1, cartId } })

  const seen = await api.call(cart.getCart, { as: api.key, query: { cartId } })
  expect(seen.body).toMatchObject({ id: cartId, totalAmount: 1500 })
  expect((await api.call(cart.getCart, { as: stranger.key, query: { cartId } })).body.items).toEqual([])
  for (const body of [{ ticketTypeId: summit.general, cartId }, { ticketTypeId: summit.general }]) {
    const added = await api.call(cart.addToCart, { as: stranger.key, body })
    expect(added.body.code).toBe('ticket_type_unknown')
  }

  const bought = await api.call(cart.checkout, {
    as: api.key,
    body: { cartId, buyer: { email: 'guest@example.com' } },
    idempotencyKey: api.newKey(),
  })
  expect(bought.body).toMatchObject({ status: 'pending_payment', buyer: { email: 'guest@example.com' } })
  expect(await brokenPromises(api)).toEqual([])
})

test('what is no longer on sale can be taken out of a cart', async () => {
  const api = await startApi()
  const summit = await theSummit(api)
  const { token: as } = await aCustomer(api)
  for (const ticketTypeId of [summit.general, summit.gala])
    await api.call(cart.addToCart, { as, body: { ticketTypeId, quantity: 1 } })
  for (const id of [summit.general, summit.gala])
    await api.call(changeTicketType, { as: api.admin, params: { id }, body: { isActive: false } })

  const after = await api.call(cart.removeCartItem, { as, params: { ticketTypeId: summit.gala } })

  expect(after.status).toBe(200)
  expect(after.body.items).toHaveLength(1)
  expect(await brokenPromises(api)).toEqual([])
})

test('two events never go into one cart at once', async () => {
  const api = await startApi()
  const [one, two] = [
    await theSummit(api),
    await theSummit(api, { event: { slug: 'second', code: 'SECOND' } }),
  ]
  for (let round = 0; round < 5; round += 1) {
    const { token: as } = await aCustomer(api)
    const answers = await Promise.all(
      [one, two, one, two].map(({ general }) =>
        api.call(cart.addToCart, { as, body: { ticketTypeId: general } }),
      ),
    )
    const codes = answers.map(({ status, body }) => (status === 201 ? 201 : body.code)).sort()
    expect(codes).toEqual([201, 201, 'cart_other_event', 'cart_other_event'])
  }
  const { rows } =
    await sql`select h.id from holds h where not exists (select 1 from carts where id = h.id)`.execute(
      api.ctx.database.reader,
    )
  expect(rows).toEqual([])
})

test('unpaid purchases of one person are bounded, and the refusal names the one that waits', async () => {
  const api = await startApi()
  const summit = await theSummit(api, { gala: { metadata: { galaDate: '2026-07-16' } } })
  const { token } = await aCustomer(api)
  const placed = [await buys(api, summit, token, { gala: 1 }), await buys(api, summit, token, { gala: 2 })]
  placed.push(await buys(api, summit, token, { gala: 3 }))
  expect(placed.map(({ status }) => status)).toEqual([201, 201, 201])

  const fourth = await buys(api, summit, token, { gala: 4 })

  expect(fourth.status).toBe(409)
  expect(fourth.body).toMatchObject({ code: 'too_many_unpaid', purchaseId: placed[2]?.body.id })
})

test('what is kept under a key holds no secret', async () => {
  const api = await startApi()
  const summit = await theSummit(api)
  const { token } = await aCustomer(api)
  const { body } = await buys(api, summit, token, { general: 1 })
  const { rows } = await sql`select k.*, k::text as text from idempotency_keys k`.execute(
    api.ctx.database.reader,
  )
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain(body.tickets[0]?.typedCode)
  expect(JSON.stringify(rows)).not.toContain('ES1:')
})
