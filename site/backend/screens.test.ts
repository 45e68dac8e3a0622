import { expect, test } from 'vitest'
import { pay } from './cast/answers.ts'
import { openBrowser, type Page } from './cast/browser.ts'
import { openStreet } from './cast/street.ts'
import { aPurchase, aSummit, galaNight, generalAdmission } from './cast/world.ts'

const isoIn = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()

async function registered(browser: ReturnType<typeof openBrowser>): Promise<Page> {
  const typed = { email: 'akinyi@example.com', consent: 'yes' }
  return browser.submit(await browser.open('/register'), 'Continue', typed)
}

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

test('opening a sign-in link does not use it up; its button signs in', async () => {
  const { site, api } = await openStreet()
  const browser = openBrowser(site.url)
  const page = await browser.open('/sign-in/link/0123456789abcdefghijklmnop')
  expect(api.world.calls.filter((call) => call.includes('redeem'))).toEqual([])

  const tickets = await browser.submit(page, 'Sign me in')
  expect(tickets.path).toBe('/tickets')
})

test('a used link offers a new one, and the tickets if the visitor is signed in', async () => {
  const { site, api } = await openStreet()
  const used = '/sign-in/link/0123456789abcdefghijklmnop'
  const [stranger, owner] = [openBrowser(site.url), openBrowser(site.url)]
  await owner.submit(await owner.open(used), 'Sign me in')
  api.world.mood = (call) => (call.includes('redeem') ? 'link_used' : undefined)

  const again = await owner.submit(await owner.open(used), 'Sign me in')
  expect(again.text).toContain('See my tickets')
  expect(again.text).not.toContain('Get a new link')
  const late = await stranger.submit(await stranger.open(used), 'Sign me in')
  expect(late.text).toContain('Get a new link')
  expect(late.text).not.toContain('See my tickets')
})

test("another person's purchase is not found", async () => {
  const { site, api } = await openStreet()
  const browser = openBrowser(site.url)
  await registered(browser)
  api.world.purchases = []
  const page = await browser.open(`/pay/purchase_${'0'.repeat(32)}`)
  expect(page.status).toBe(404)
  expect((await browser.open('/pay/nonsense')).status).toBe(404)
})

test('a signed-out visitor is sent to sign in and returned', async () => {
  const { site } = await openStreet()
  const browser = openBrowser(site.url)
  const page = await browser.open('/tickets')
  expect(page.path).toBe('/sign-in?next=%2Ftickets')
  expect((await browser.open('/sign-in?next=//evil.example/x')).html).toContain(
    'name="next" value="/tickets"',
  )
})

const states: [string, Parameters<typeof openStreet>[0], string[]][] = [
  ['few left', { ticketTypes: [generalAdmission({ saleState: 'few_left', remaining: 7 })] }, ['Only 7 left']],
  [
    'sold out',
    { ticketTypes: [generalAdmission({ saleState: 'sold_out', remaining: 0 })] },
    ['Sold out', 'Places that become free'],
  ],
  [
    'sale not begun',
    {
      ticketTypes: [
        generalAdmission({ saleState: 'not_started', saleStartDate: '2027-01-31T21:00:00.000Z' }),
      ],
    },
    ['Registration has not opened yet', '1 February, 00:00 EAT'],
  ],
  [
    'sale ended',
    { ticketTypes: [generalAdmission({ saleState: 'ended' })] },
    ['Registration is closed', '14 July, 23:59 EAT'],
  ],
  [
    'sales paused',
    { ticketTypes: [generalAdmission({ saleState: 'paused' })] },
    ['Sales are paused', 'Tickets that you have stay valid'],
  ],
  ['cancelled', { event: aSummit({ status: 'cancelled' }) }, ['This event has been cancelled']],
  [
    'over',
    {
      event: aSummit({ startDateTime: '2020-07-15T05:00:00.000Z', endDateTime: '2020-07-17T15:00:00.000Z' }),
    },
    ['This event is over'],
  ],
]

test.for(states)('the event page says that the summit is %s, and what to do', async ([, world, words]) => {
  const { site } = await openStreet(world)
  const page = await openBrowser(site.url).open('/events/eldoret-business-summit-2026')
  expect(page.status).toBe(200)
  for (const word of words) expect(page.text).toContain(word)
})

test('registration is open while any ticket that requires no other is on sale', async () => {
  const soldOut = generalAdmission({ saleState: 'sold_out', remaining: 0 })
  const workshop = galaNight({ name: 'Workshop seat', requires: [] })
  const { site } = await openStreet({ ticketTypes: [soldOut, workshop] })
  const page = await openBrowser(site.url).open('/')
  expect(page.text).toContain('Get tickets')
  expect(page.text).not.toContain('Places that become free')
})

test('a ticket is not offered while the one that it requires is not available', async () => {
  const soldOut = generalAdmission({ saleState: 'sold_out', remaining: 0 })
  const { site } = await openStreet({ ticketTypes: [soldOut, galaNight()] })
  const page = await openBrowser(site.url).open('/')
  expect(page.text).toContain('Only together with General Admission')
  expect(page.text).not.toContain('Get this ticket')
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

test('while the API is unavailable, a page says so and offers another try', async () => {
  const { site } = await openStreet({ mood: () => 'silent' })
  const page = await openBrowser(site.url).open('/')
  expect(page.status).toBe(503)
  expect(page.text).toContain('The ticket office is not responding')
  expect(page.text).toContain('Try again')
})

test("the page for a wrong address is in the reader's language", async () => {
  const { site } = await openStreet()
  const page = await openBrowser(site.url, 'sw').open('/hakuna')
  expect(page.status).toBe(404)
  expect(page.html).toContain('<html lang="sw">')
  expect(page.text).toContain('Ukurasa haupatikani')
})

test('the chosen language is remembered', async () => {
  const { site } = await openStreet()
  const browser = openBrowser(site.url)
  const home = await browser.open('/')
  const swahili = await browser.submit(home, 'Kiswahili', { language: 'sw' })
  expect(swahili.text).toContain('Jisajili bila malipo')
  expect((await browser.open('/privacy')).text).toContain('Faragha')
})
