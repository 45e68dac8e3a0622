import { expect, onTestFinished, test } from 'vitest'
import { pay } from '../cast/answers.ts'
import { openBrowser } from '../cast/browser.ts'
import { startPretendApi } from '../cast/pretend-api.ts'
import { openStreet } from '../cast/street.ts'
import { aPayment, aPurchase, galaNight } from '../cast/world.ts'
import { makeTransport } from '../ticketing/make-transport.ts'
import { makeTicketing } from '../ticketing/ticketing.ts'
import { followPayment, type WirePayment } from './follow-payment.ts'

const pace = { waitSeconds: 1, restMilliseconds: 5 }

async function aPaymentToFollow() {
  const purchase = aPurchase([galaNight()])
  const payment = aPayment(purchase)
  const world = { purchases: [purchase], payments: [payment], alive: new Set(['token']) }
  const api = await startPretendApi(world)
  onTestFinished(() => api.close())
  const user = { accessToken: () => 'token', renew: async () => undefined }
  const send = makeTransport({ baseUrl: api.url })
  const ticketing = makeTicketing({ send, user, organizationToken: '', language: 'en', requestId: 'r' })
  return { api, payment, ticketing }
}

test('each state is reported once, in order, and the stream ends with the final one', async () => {
  const { api, payment, ticketing } = await aPaymentToFollow()
  const told: WirePayment['status'][] = []
  for await (const state of followPayment(ticketing, payment.paymentId, new AbortController().signal, pace)) {
    told.push(state.status)
    if (state.status === 'pending') Object.assign(payment, { status: 'failed', resultCode: '1032' })
    // A failed prompt may still be paid: a late success is reported too.
    if (state.status === 'failed') pay(api.world)
  }
  expect(told).toEqual(['pending', 'failed', 'completed'])
})

test('a temporarily unavailable API does not end the stream', async () => {
  const { api, payment, ticketing } = await aPaymentToFollow()
  let silences = 0
  api.world.mood = () => (silences++ < 2 ? 'silent' : undefined)
  pay(api.world)
  const told: WirePayment['status'][] = []
  for await (const state of followPayment(ticketing, payment.paymentId, new AbortController().signal, pace)) {
    told.push(state.status)
  }
  expect(told).toEqual(['completed'])
})

test('a payment cannot be followed without being signed in', async () => {
  const { site } = await openStreet()
  const page = await openBrowser(site.url).open('/live/payments/payment_0')
  expect(page.status).toBe(401)
})

test('the stream reports the current state first, and says when it is over', async () => {
  const { site, api } = await openStreet()
  const browser = openBrowser(site.url)
  await browser.submit(await browser.open('/register'), 'Continue', {
    email: 'a@example.com',
    consent: 'yes',
  })
  const purchase = aPurchase([galaNight()])
  api.world.purchases = [purchase]
  api.world.payments = [aPayment(purchase)]
  pay(api.world)
  const page = await browser.open(`/live/payments/${api.world.payments[0]?.paymentId}`)
  expect(page.headers.get('content-type')).toBe('text/event-stream')
  expect(page.html).toContain('event: payment\ndata: {"state":"completed completed  see_tickets"}')
  expect(page.html).toContain('event: end')
})
