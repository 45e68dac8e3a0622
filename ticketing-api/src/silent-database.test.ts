import { getMe } from '@event-sphere/contract/auth'
import { listPublicEvents } from '@event-sphere/contract/events'
import { placePurchase } from '@event-sphere/contract/purchases'
import { startSilentRelay } from '@event-sphere/kit/testing/silent-relay'
import { expect, onTestFinished, test, vi } from 'vitest'
import { aCustomer } from './cast/buyers.ts'
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
  const { token } = await aCustomer(api)
  expect(await ready()).toBe(200)

  relay.fallSilent({ forAll: true })
  const within = (milliseconds: number) => ({ signal: AbortSignal.timeout(milliseconds) })
  const [me, events, readiness] = await Promise.all([
    process.call(getMe, { as: token }),
    process.call(listPublicEvents),
    fetch(`${process.url}/readyz`, within(10_000)),
  ])
  expect([me.status, events.status, readiness.status]).toEqual([503, 503, 503])
  expect(events.headers.get('retry-after')).toBeTruthy()
  expect((await fetch(`${process.url}/healthz`)).status).toBe(200)

  relay.recover()
  await vi.waitFor(async () => expect(await ready()).toBe(200), { timeout: 20_000 })
  await vi.waitFor(async () => expect((await process.call(getMe, { as: token })).status).toBe(200), {
    timeout: 20_000,
  })
  await vi.waitFor(() => expect(process.ctx.paymentNews.isListening()).toBe(true), { timeout: 20_000 })
})
