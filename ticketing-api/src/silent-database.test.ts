import { getMe, login, refresh } from '@event-sphere/contract/auth'
import { addToCart } from '@event-sphere/contract/cart'
import { listPublicEvents } from '@event-sphere/contract/events'
import { stkPush } from '@event-sphere/contract/payments'
import { getPurchase, placePurchase } from '@event-sphere/contract/purchases'
import { readyWithinMilliseconds } from '@event-sphere/kit/database/readiness'
import { startSilentRelay } from '@event-sphere/kit/testing/silent-relay'
import { expect, onTestFinished, test, vi } from 'vitest'
import { aCustomer, aPendingPurchase } from './cast/buyers.ts'
import { password } from './cast/staff.ts'
import { startApi } from './cast/start-api.ts'
import { theSummit } from './cast/summit.ts'

/** An API whose way to the database can fall silent: nothing passes any more, and nobody is told. */
async function throughARelay() {
  const api = await startApi()
  const relay = await startSilentRelay(api.databaseUrl)
  const process = await api.startAnother(relay.url)
  // Before the process is closed: its connections would wait for an answer to their goodbye.
  onTestFinished(relay.close)
  const ready = async () => (await fetch(`${process.url}/readyz`)).status
  return { api, relay, process, ready }
}

test('connections that fall silent cost an event one deadline: then it sells on, and nobody is left without an answer', async () => {
  const { api, relay, process } = await throughARelay()
  const summit = await theSummit(api)
  const buyers = await Promise.all(Array.from({ length: 6 }, () => aCustomer(api)))
  const buy = (as: string) =>
    process.call(placePurchase, {
      as,
      body: { eventId: summit.eventId, items: [{ ticketTypeId: summit.general, quantity: 1 }] },
      idempotencyKey: api.newKey(),
    })
  await Promise.all(buyers.slice(0, 3).map(({ token }) => buy(token)))

  relay.fallSilent()
  const answers = await Promise.all(buyers.slice(3).map(({ token }) => buy(token)))

  for (const { status, headers } of answers) {
    expect([201, 503]).toContain(status)
    if (status === 503) expect(headers.get('retry-after')).toBeTruthy()
  }
  const later = await aCustomer(api)
  await vi.waitFor(async () => expect((await buy(later.token)).status).toBe(201), { timeout: 20_000 })
})

test('a frozen database is told in time, by calls and by readiness, and found again when it is back', async () => {
  const { api, relay, process, ready } = await throughARelay()
  const summit = await theSummit(api)
  const { token, refreshToken } = await aCustomer(api)
  const waiting = await aPendingPurchase(api, summit)
  expect(await ready()).toBe(200)
  // Each step of a call ends within five seconds, and the first one that hears nothing is the call's last.
  const { connectMilliseconds, answerMilliseconds } = process.ctx.database.deadlines
  for (const deadline of [connectMilliseconds, answerMilliseconds]) {
    expect(deadline).toBeGreaterThan(0)
    expect(deadline).toBeLessThan(5000)
    // The line does not speak before the database's own fault does.
    expect(deadline).toBeLessThan(process.ctx.saleLines.deadlineMilliseconds)
  }
  expect(readyWithinMilliseconds).toBeLessThan(2000)

  relay.fallSilent({ forAll: true })
  const items = [{ ticketTypeId: summit.general, quantity: 1 }]
  const key = () => ({ idempotencyKey: api.newKey() })
  const body = { email: 'admin@kncci.example', password }
  // All of them are answered while nothing passes: it is recovered only after they are.
  const [readiness, ...answers] = await Promise.all([
    fetch(`${process.url}/readyz`),
    process.call(getMe, { as: token }),
    process.call(listPublicEvents),
    process.call(login, { body }),
    process.call(refresh, { body: { refresh_token: refreshToken } }),
    process.call(placePurchase, { as: token, body: { eventId: summit.eventId, items }, ...key() }),
    process.call(addToCart, { as: token, body: { ticketTypeId: summit.gala, quantity: 1 } }),
    process.call(getPurchase, { as: waiting.token, params: { id: waiting.purchase.id } }),
    process.call(stkPush, {
      as: waiting.token,
      body: { purchaseId: waiting.purchase.id, phoneNumber: '0712345678' },
      ...key(),
    }),
  ])
  expect(readiness.status).toBe(503)
  for (const { status, headers } of answers) {
    expect(status).toBe(503)
    expect(headers.get('retry-after')).toBeTruthy()
  }
  expect((await fetch(`${process.url}/healthz`)).status).toBe(200)

  relay.recover()
  await vi.waitFor(async () => expect(await ready()).toBe(200), { timeout: 20_000 })
  await vi.waitFor(async () => expect((await process.call(getMe, { as: token })).status).toBe(200), {
    timeout: 20_000,
  })
  await vi.waitFor(() => expect(process.ctx.paymentNews.isListening()).toBe(true), { timeout: 20_000 })
})
