import { expect, test } from 'vitest'
import { pay } from './cast/answers.ts'
import { openBrowser, type Page } from './cast/browser.ts'
import { registered } from './cast/registered.ts'
import { openStreet } from './cast/street.ts'
import { aPurchase, galaNight } from './cast/world.ts'

const isoIn = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()

test('registering free takes an address and two taps, and the page shows the QR', async () => {
  const { site } = await openStreet()
  const browser = openBrowser(site.url)
  const event = await browser.open('/')
  expect(event.text).toContain('Register free')
  expect(event.text).not.toContain('places left')

  const choose = await registered(browser)
  expect(choose.path).toBe('/choose')
  const tickets = await browser.submit(choose, 'Register free')

  expect(tickets.path).toBe('/tickets?new=1')
  expect(tickets.text).toContain("You're registered")
  const picture = tickets.html.match(/src="(\/tickets\/ticket_[0-9a-f]{32}\/qr\.png)"/)?.[1]
  const qr = await browser.open(picture ?? '')
  expect(qr.headers.get('content-type')).toBe('image/png')
  expect(qr.headers.get('cache-control')).toBe('private, no-store')
  expect((await browser.open('/')).text).toContain("You're registered")
})

test('notices and forms are not printed with the tickets', async () => {
  const { site } = await openStreet()
  const browser = openBrowser(site.url)
  const { html } = await browser.submit(await registered(browser), 'Register free')
  expect(html).toMatch(/<div class="tickets-news no-print">/)
  expect(html).toMatch(/<a class="no-print" href="#name">/)
})

test('the gala is paid without script: pay, wait, tickets', async () => {
  const { site, api } = await openStreet()
  const browser = openBrowser(site.url)
  const payPage = await browser.submit(await registered(browser), 'Register and pay KSh 1,500')
  expect(payPage.path).toMatch(/^\/pay\/purchase_[0-9a-f]+\?registered=1$/)
  expect(payPage.text).toContain("You're registered")
  expect(api.world.purchases.map(({ status }) => status)).toEqual(['pending_payment', 'completed'])
  expect(payPage.text).toContain('Pay KSh 1,500')
  expect(payPage.text).toMatch(/Held for you until \d\d:\d\d EAT/)

  const faulty = await browser.submit(payPage, 'Pay KSh 1,500', { phoneNumber: 'hello' })
  expect(faulty.html).toContain('value="hello"')
  expect(faulty.text).toContain('That is not a Kenyan mobile number')

  const waiting = await browser.submit(faulty, 'Pay KSh 1,500', { phoneNumber: '0712 345 678' })
  expect(waiting.path).toMatch(/\/waiting$/)
  expect(waiting.html).toContain('<noscript><meta http-equiv="refresh" content="5"/></noscript>')

  pay(api.world)
  const tickets = await browser.open(waiting.path)
  expect(tickets.path).toBe('/tickets?paid=1')
  expect(tickets.text).toContain('Gala Night Access')
})

test('a failed prompt is explained, and the next try waits as long as M-Pesa requires', async () => {
  const { site, api } = await openStreet()
  const browser = openBrowser(site.url)
  const payPage = await browser.submit(await registered(browser), 'Register and pay KSh 1,500')
  const waiting = await browser.submit(payPage, 'Pay KSh 1,500', { phoneNumber: '0712345678' })
  const failed = { status: 'failed', resultCode: '1032', nextStep: 'try_again', message: 'You cancelled it.' }
  Object.assign(api.world.payments[0] ?? {}, failed, { retryAt: isoIn(2) })

  const early = await browser.open(waiting.path)
  expect(early.text).toContain('You cancelled it.')
  expect(early.text).not.toContain('Try again')

  Object.assign(api.world.payments[0] ?? {}, { retryAt: null })
  const late = await browser.open(waiting.path)
  expect(late.html).toContain('value="0712345678"')
  expect((await browser.submit(late, 'Try again', { phoneNumber: '0712345678' })).text).toContain(
    'Approve the payment on your phone',
  )
  expect(api.world.payments).toHaveLength(2)
})

test('after a lost answer the form keeps its key; after a refusal it gets a new one', async () => {
  const { site, api } = await openStreet()
  const browser = openBrowser(site.url)
  const choose = await registered(browser)
  const keyIn = (page: Page) => page.html.match(/name="idempotencyKey" value="([^"]+)"/)?.[1]
  const key = keyIn(choose)

  api.world.mood = (call) => (call === 'POST /purchases' ? 'unavailable' : undefined)
  const lost = await browser.submit(choose, 'Register free')
  expect(lost.text).toContain('nothing happens twice')
  expect(keyIn(lost)).toBe(key)

  api.world.mood = (call) => (call === 'POST /purchases' ? 'sold_out' : undefined)
  const refused = await browser.submit(lost, 'Register free')
  expect(refused.text).toContain('Sold out')
  expect(keyIn(refused)).not.toBe(key)
})

test('the API is told the network and browser of the visitor', async () => {
  const { site, api } = await openStreet()
  const [one, other] = [openBrowser(site.url), openBrowser(site.url)]
  await registered(one)
  await registered(other)

  const registrations = api.world.visitors.filter((_, at) => api.world.calls[at] === 'POST /auth/register')
  expect(registrations.map(({ network }) => network)).toEqual(['127.0.0.1', '127.0.0.1'])
  const browsers = registrations.map(({ browser }) => browser)
  expect(browsers).toEqual([expect.stringMatching(/^[\w-]{43}$/), expect.stringMatching(/^[\w-]{43}$/)])
  expect(new Set(browsers).size).toBe(2)
})

test('an expired purchase leads to choosing again; money that is owed back is mentioned', async () => {
  const { site, api } = await openStreet()
  const browser = openBrowser(site.url)
  await registered(browser)
  const lapsed = aPurchase([galaNight()], { status: 'expired' })
  const owed = aPurchase([galaNight()], { status: 'owed_back', paidAmount: 1500 })
  api.world.purchases = [lapsed, owed]
  expect((await browser.open(`/pay/${lapsed.id}`)).text).toContain('This order has expired')
  expect((await browser.open(`/pay/${owed.id}`)).text).toContain(
    'Your KSh 1,500 came in, but you have no valid ticket',
  )
})
