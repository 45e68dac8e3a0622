import { listMatters } from '@event-sphere/contract/matters'
import * as webhooks from '@event-sphere/contract/webhooks'
import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'
import { foundOrganization } from '../cast/staff.ts'
import { startApi } from '../cast/start-api.ts'
import {
  anApiWith,
  aReceiver,
  deliveriesOf,
  delivers,
  somethingHappens,
  subscribes,
  urlsOf,
  verify,
} from './cast.ts'

test('a webhook gets what it listens to, signed so that the library of the standard takes it', async () => {
  const receiver = await aReceiver()
  const { api, summit } = await anApiWith(receiver)
  const { secret } = await subscribes(api, receiver)
  const purchaseId = await somethingHappens(api, summit)
  // The library looks at the age by this machine's clock.
  await api.moveTo(new Date().toISOString())
  await delivers(api)

  expect(receiver.received).toHaveLength(1)
  const [one] = receiver.received
  // Its own check of the signature and of the age, which is that of this attempt.
  const said = new Webhook(secret).verify(one?.body ?? '', one?.headers as Record<string, string>)
  expect(said).toEqual({
    type: 'purchase.completed',
    timestamp: expect.stringMatching(/^2026-07-01T09:00:/),
    data: { purchaseId, eventId: summit.eventId, totalAmount: 0, currency: 'KES' },
  })
  expect(one?.headers['webhook-id']).toMatch(/^happening_[0-9a-f]{32}$/)
  expect(one?.headers['content-type']).toBe('application/json')
})

test('a secret of the caller’s own signs, and none is shown again', async () => {
  const receiver = await aReceiver()
  const { api, summit } = await anApiWith(receiver)
  const own = `whsec_${Buffer.alloc(24, 7).toString('base64')}`
  const { id, secret } = await subscribes(api, receiver, { secret: own })
  await somethingHappens(api, summit)
  await delivers(api)

  expect(secret).toBe(own)
  expect(receiver.received.map((one) => verify(own, one))).toHaveLength(1)
  const shown = await api.call(webhooks.getWebhook, { as: api.key, params: { id } })
  const listed = await api.call(webhooks.listWebhooks, { as: api.key })
  expect(shown.text + listed.text).not.toContain('whsec_')
  expect(listed.body.items).toEqual([shown.body])
})

test.each([
  'whsec_',
  'secret',
  `whsec_${Buffer.alloc(23).toString('base64')}`,
  `whsec_${Buffer.alloc(65).toString('base64')}`,
  `whsec_${'A'.repeat(33)}`,
])('a secret that is too short, too long or not in its form is refused: %s', async (secret) => {
  const receiver = await aReceiver()
  const { api } = await anApiWith(receiver)
  const body = { url: urlsOf(receiver)[0], secret }

  const answer = await api.call(webhooks.createWebhook, { as: api.admin, body })

  expect([answer.status, answer.body.code]).toEqual([400, 'invalid_request'])
})

test('after a rotation the old and the new secret both sign for a day, and then the new one alone', async () => {
  const receiver = await aReceiver()
  const { api, summit } = await anApiWith(receiver)
  const { id, secret: old } = await subscribes(api, receiver)
  const rotate = (as: string, body = {}) =>
    api.call(webhooks.rotateWebhookSecret, { as, params: { id }, body })
  const { body: rotated } = await rotate(api.key)
  expect(rotated.previousUntil).toMatch(/^2026-07-02T09:00:/)

  await somethingHappens(api, summit)
  await delivers(api)
  await api.moveTo('2026-07-02T09:10:00Z')
  await somethingHappens(api, summit)
  await delivers(api)

  const [first, second] = receiver.received
  if (!first || !second) throw new Error('two were expected')
  verify(old, first)
  verify(rotated.secret, first)
  verify(rotated.secret, second)
  expect(() => verify(old, second)).toThrow('bad signature')
  // A secret that signs already changes nothing.
  const again = await rotate(api.key, { secret: rotated.secret })
  expect(again.body).toEqual({ secret: rotated.secret, previousUntil: null })
})

test('no types are all types', async () => {
  const receiver = await aReceiver()
  const { api, summit } = await anApiWith(receiver)
  const { types } = await subscribes(api, receiver, { types: [] })
  await somethingHappens(api, summit)
  await delivers(api)

  expect(types).toEqual([])
  const said = receiver.received.map(({ body }) => JSON.parse(body).type)
  expect(new Set(said)).toEqual(new Set(['purchase.completed', 'ticket.created', 'stock.changed']))
})

test('an organization has ten webhooks and no more, and one an address, asked for all at once', async () => {
  const api = await startApi()
  const ask = (nth: number) =>
    api.call(webhooks.createWebhook, { as: api.admin, body: { url: `https://example.com/${nth}` } })
  const answers = await Promise.all(Array.from({ length: 14 }, (_, nth) => ask(nth % 13)))
  const codes = answers.map(({ status, body }) => body.code ?? status)

  expect(codes.filter((code) => code === 201)).toHaveLength(10)
  expect(
    codes.filter((code) => code !== 201).every((code) => /^(too_many|webhook_exists)/.test(`${code}`)),
  ).toBe(true)
  const { body } = await api.call(webhooks.listWebhooks, { as: api.admin })
  const taken = await api.call(webhooks.changeWebhook, {
    as: api.admin,
    params: { id: body.items[0]?.id ?? '' },
    body: { url: body.items[1]?.url ?? '' },
  })
  expect(taken.body.code).toBe('webhook_exists')
})

test('another organization’s webhook is not found, whatever is asked of it', async () => {
  const receiver = await aReceiver()
  const { api, summit } = await anApiWith(receiver)
  const { id } = await subscribes(api, receiver)
  await somethingHappens(api, summit)
  await delivers(api)
  const [delivery] = await deliveriesOf(api, id)
  const stranger = await foundOrganization(api.call, api.platform, 'stranger')
  const params = { id }
  const theirs = [
    [webhooks.getWebhook, {}],
    [webhooks.changeWebhook, { body: { status: 'disabled' } }],
    [webhooks.deleteWebhook, {}],
    [webhooks.rotateWebhookSecret, { body: {} }],
    [webhooks.listDeliveries, {}],
    [webhooks.replayDeliveries, { body: { deliveryId: delivery?.id } }],
    [webhooks.replayDeliveries, { body: { since: '2026-01-01T00:00:00Z' } }],
  ] as const
  for (const as of [stranger.admin, stranger.key])
    for (const [endpoint, asked] of theirs)
      expect((await api.call(endpoint, { as, params, ...asked })).body.code).toBe('not_found')
  expect((await api.call(webhooks.listWebhooks, { as: stranger.key })).body.items).toEqual([])

  // And a delivery is its own webhook's.
  const [, url] = urlsOf(receiver)
  const other = await subscribes(api, receiver, { url })
  const body = { deliveryId: delivery?.id }
  const answer = await api.call(webhooks.replayDeliveries, { as: api.key, params: { id: other.id }, body })
  expect(answer.body.code).toBe('not_found')
})

test('what is switched off gets nothing, is on again when asked, and gone with all it was sent when deleted', async () => {
  const receiver = await aReceiver()
  const { api, summit } = await anApiWith(receiver)
  const { id } = await subscribes(api, receiver)
  const change = (body: object) => api.call(webhooks.changeWebhook, { as: api.admin, params: { id }, body })
  receiver.answer = (response) => response.writeHead(500).end()
  await somethingHappens(api, summit)
  await delivers(api)

  const off = await change({ status: 'disabled', description: 'old' })
  expect(off.body).toMatchObject({ status: 'disabled', disabledBecause: 'asked', description: 'old' })
  expect((await deliveriesOf(api, id)).map(({ status }) => status)).toEqual(['dead'])
  await somethingHappens(api, summit)
  const replay = { as: api.admin, params: { id }, body: { since: '2026-01-01T00:00:00Z' } }
  expect((await api.call(webhooks.replayDeliveries, replay)).body.code).toBe('webhook_disabled')

  receiver.answer = (response) => response.writeHead(200).end()
  expect((await change({ status: 'active', description: null })).body).toMatchObject({
    status: 'active',
    description: null,
  })
  await somethingHappens(api, summit)
  await delivers(api)
  expect(receiver.received).toHaveLength(2)
  // Nobody was told that it failed: whoever switched it off knows.
  expect((await api.call(listMatters, { as: api.admin })).body.items).toEqual([])

  expect((await api.call(webhooks.deleteWebhook, { as: api.admin, params: { id } })).status).toBe(204)
  expect((await api.call(webhooks.getWebhook, { as: api.admin, params: { id } })).body.code).toBe('not_found')
})

test('deliveries are listed newest first, a page at a time, and by what came of them', async () => {
  const receiver = await aReceiver()
  const { api, summit } = await anApiWith(receiver)
  const { id } = await subscribes(api, receiver)
  for (let nth = 0; nth < 3; nth += 1) await somethingHappens(api, summit)
  await delivers(api)
  receiver.answer = (response) => response.writeHead(503).end()
  await somethingHappens(api, summit)
  await delivers(api)

  const list = (query: Record<string, string>) =>
    api.call(webhooks.listDeliveries, { as: api.key, params: { id }, query })
  const { body: all } = await list({})
  expect(all.items.map(({ status }) => status)).toEqual(['failed', 'delivered', 'delivered', 'delivered'])
  expect(all.items[0]).toMatchObject({
    type: 'purchase.completed',
    attempts: 1,
    lastStatusCode: 503,
    lastFault: 'status',
    deliveredAt: null,
  })
  const { body: first } = await list({ limit: '3' })
  const { body: rest } = await list({ limit: '3', after: first.next ?? '' })
  expect([...first.items, ...rest.items]).toEqual(all.items)
  expect(rest.next).toBeNull()
  expect((await list({ status: 'failed' })).body.items).toEqual([all.items[0]])
  expect(await list({ after: all.items[0]?.happeningId ?? '' })).toMatchObject({
    status: 400,
    body: { code: 'invalid_request', errors: [{ pointer: '/query/after' }] },
  })
})
