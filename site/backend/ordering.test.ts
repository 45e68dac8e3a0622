import { expect, test } from 'vitest'
import { pay } from './cast/answers.ts'
import { type Browser, openBrowser, type Page } from './cast/browser.ts'
import { openStreet } from './cast/street.ts'
import { aPurchase, aSummit, aTicket, galaNight, generalAdmission, newId } from './cast/world.ts'

const both = 'Register and pay KSh 1,500'

async function register(browser: Browser, path = '/register'): Promise<Page> {
  const typed = { email: 'akinyi@example.com', consent: 'yes' }
  return browser.submit(await browser.open(path), 'Continue', typed)
}

test('a buyer who chooses admission and gala is registered at once, even if the gala is sold out', async () => {
  const { site, api } = await openStreet()
  const browser = openBrowser(site.url)
  const choose = await register(browser)
  let orders = 0
  api.world.mood = (call) => (call === 'POST /purchases' && ++orders === 2 ? 'sold_out' : undefined)
  const refused = await browser.submit(choose, both)
  expect(refused.text).toContain('There are not enough seats left')
  expect(refused.text).toContain('your free ticket is ready')
  expect((await browser.open('/tickets')).text).toContain('General Admission')
})

test('an open order must be paid or cancelled before anything else with a price is offered', async () => {
  const { site } = await openStreet()
  const browser = openBrowser(site.url)
  const payPage = await browser.submit(await register(browser), both)
  const choose = await browser.open('/choose')
  expect(choose.text).toContain('Pay now · KSh 1,500')
  expect(choose.html).not.toContain('name="choice"')
  const cancelled = await browser.submit(payPage, 'Cancel this order', { intent: 'cancel' })
  expect(cancelled.path).toBe('/choose?event=eldoret-business-summit-2026')
  expect(cancelled.text).toContain('Pay KSh 1,500')
})

test('a holder of the required ticket is not told to get it', async () => {
  const { site } = await openStreet()
  const browser = openBrowser(site.url)
  const needs = 'You also need General Admission'
  expect((await browser.open('/')).text).toContain(needs)
  await browser.submit(await register(browser), 'Register free')
  expect((await browser.open('/')).text).not.toContain(needs)
})

test('a second tab is told about the unpaid order, and later about the ticket', async () => {
  const { site, api } = await openStreet()
  const browser = openBrowser(site.url)
  const tab = await register(browser)
  await browser.submit(tab, both)
  const second = await browser.submit(tab, both)
  expect(second.path).toMatch(/^\/pay\/purchase_[0-9a-f]+\?open=1$/)
  expect(second.text).toContain('You already have an order waiting')
  expect(api.world.purchases).toHaveLength(2)

  await browser.submit(second, 'Pay KSh 1,500', { phoneNumber: '0712345678' })
  pay(api.world)
  const third = await browser.submit(tab, both)
  expect(third.path).toMatch(/^\/tickets\?have=/)
  expect(third.text).toContain('You already have Gala Night Access')
  expect(await browser.submit(tab, 'Register free')).toMatchObject({
    text: expect.stringContaining('You already have General Admission'),
  })
  expect(api.world.purchases).toHaveLength(2)
})

test("if two tabs order at once, the refused one is sent to the other's result", async () => {
  const { site, api } = await openStreet()
  const browser = openBrowser(site.url)
  const tab = await register(browser)
  api.world.mood = (call) => {
    if (call !== 'POST /purchases') return undefined
    api.world.mood = () => undefined
    api.world.purchases = [aPurchase([generalAdmission()])]
    return 'limit_reached'
  }
  const late = await browser.submit(tab, 'Register free')
  expect(late.text).toContain('You already have General Admission')
})

test('an order refused because of an unpaid one leads to that one', async () => {
  const open = aPurchase([galaNight()])
  const { site, api } = await openStreet({ facts: { purchaseId: open.id } })
  const browser = openBrowser(site.url)
  const tab = await register(browser)
  api.world.mood = (call) => {
    if (call !== 'POST /purchases') return undefined
    api.world.purchases = [open]
    return 'too_many_unpaid'
  }
  expect((await browser.submit(tab, 'Register free')).path).toBe(`/pay/${open.id}?open=1`)
})

test('an order for a ticket that the buyer already owns says so before payment', async () => {
  const { site, api } = await openStreet()
  const browser = openBrowser(site.url)
  await register(browser)
  const paid = aPurchase([galaNight({ price: 0 })])
  const open = aPurchase([galaNight()])
  api.world.purchases = [open, paid]
  const page = await browser.open(`/pay/${open.id}`)
  expect(page.text).toContain('You already have Gala Night Access')
  expect(page.text).toContain('If you pay this order, you get one more')
})

test('the quantities offered respect the limits of the ticket and of those it requires, each with its sum', async () => {
  const { site, api } = await openStreet({
    ticketTypes: [generalAdmission({ maxPerPerson: 3 }), galaNight({ maxPerPerson: 4 })],
  })
  const browser = openBrowser(site.url)
  const choose = await register(browser)
  expect(choose.text).toContain('3 · KSh 4,500')
  expect(choose.text).not.toContain('4 · KSh 6,000')
  await browser.submit(choose, 'Continue to payment', { quantity: '2' })
  expect(api.world.ordered).toEqual([
    [{ ticketTypeId: api.world.ticketTypes[0]?.id, quantity: 2 }],
    [{ ticketTypeId: api.world.ticketTypes[1]?.id, quantity: 2 }],
  ])
})

test("a second event's page sells its own tickets, signed out too, and keeps the chosen ticket", async () => {
  const { site } = await openStreet({ event: aSummit({ slug: 'nakuru-tech-day', title: 'Nakuru Tech Day' }) })
  const browser = openBrowser(site.url)
  const event = await browser.open('/events/nakuru-tech-day')
  const links = [...event.html.matchAll(/href="(\/register[^"]*)"/g)].map(([, link = '']) => link)
  expect(links).toContain('/register?next=%2Fchoose%3Fevent%3Dnakuru-tech-day')
  const toGala = '/register?next=%2Fchoose%3Fevent%3Dnakuru-tech-day%26ticket%3DGALA'
  expect(links).toContain(toGala)
  const registering = await browser.open(toGala)
  expect(registering.text).toContain('Nakuru Tech Day')
  expect(registering.text).toContain('then Gala Night Access')
  const choose = await register(browser, toGala)
  expect(choose.path).toBe('/choose?event=nakuru-tech-day&ticket=GALA')
  expect(choose.text.indexOf('Gala Night Access')).toBeLessThan(choose.text.indexOf('Register free'))
})

const closed: [string, Parameters<typeof openStreet>[0], string][] = [
  [
    'sold out',
    { ticketTypes: [generalAdmission({ saleState: 'sold_out', remaining: 0 }), galaNight()] },
    'Sold out',
  ],
  [
    'closed',
    { ticketTypes: [generalAdmission({ saleState: 'ended' }), galaNight()] },
    'Registration is closed',
  ],
  [
    'not open',
    { ticketTypes: [generalAdmission({ saleState: 'not_started' })] },
    'Registration has not opened yet',
  ],
  [
    'over',
    {
      event: aSummit({ startDateTime: '2020-07-15T05:00:00.000Z', endDateTime: '2020-07-17T15:00:00.000Z' }),
    },
    'This event is over',
  ],
  ['cancelled', { event: aSummit({ status: 'cancelled' }) }, 'This event has been cancelled'],
]

test.for(closed)('while registration is %s, there is no address form', async ([, world, words]) => {
  const { site } = await openStreet(world)
  const asked = encodeURIComponent('/choose?event=eldoret-business-summit-2026')
  const page = await openBrowser(site.url).open(`/register?next=${asked}`)
  expect(page.text).toContain(words)
  expect(page.html).not.toContain('name="email"')
})

test('the shared description says free only if a ticket is free', async () => {
  const paidEvent = aSummit({ code: 'NTD', description: 'A **big** day' })
  const { site } = await openStreet({ event: paidEvent, ticketTypes: [generalAdmission({ price: 500 })] })
  const page = await openBrowser(site.url).open('/')
  expect(page.html).not.toMatch(/register(%20| )free/i)
  expect(page.html).toContain('Tickets from KSh\u00a0500.')
  expect(page.html).toMatch(/property="og:image" content="http[^"]+"/)
  expect(page.text).toContain('A big day')
  expect(page.html).not.toContain('**')
})

test('a free ticket that can be added is called free', async () => {
  const day = generalAdmission({
    id: `ticket_type_${'5'.repeat(32)}`,
    code: 'DAY',
    name: 'Day Pass',
    price: 500,
  })
  const { site, api } = await openStreet({ ticketTypes: [generalAdmission(), day] })
  const browser = openBrowser(site.url)
  await register(browser, '/register?next=/tickets')
  api.world.purchases = [
    aPurchase([day], { status: 'completed', tickets: [aTicket(day, newId('purchase'))] }),
  ]

  for (const page of [await browser.open('/tickets'), await browser.open('/')]) {
    expect(page.text).toContain('Add General Admission, free')
    expect(page.text).not.toContain('KSh 0')
  }
})

test('where nothing can be chosen, it says why, and promises no tickets', async () => {
  const soldOut = generalAdmission({ saleState: 'sold_out', remaining: 0 })
  const { site } = await openStreet({ ticketTypes: [soldOut] })
  const browser = openBrowser(site.url)
  await register(browser, '/register?next=/tickets')

  const choose = await browser.open('/choose')

  expect(choose.text).toContain('Sold out')
  expect(choose.text).toContain('Places that become free appear on the event page')
  expect(choose.text).not.toContain('Your tickets go to')
})

test('where no event is open, whoever has a ticket finds the way to it', async () => {
  const { site } = await openStreet({ event: aSummit({ status: 'cancelled' }) })
  const home = await openBrowser(site.url).open('/')
  expect(home.text).toContain('No event is open right now')
  expect(home.text).toContain('Do you have a ticket?')
  expect(home.html).toMatch(/<a class="button[^"]*" href="\/tickets"/)
})
