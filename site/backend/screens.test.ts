import { expect, test } from 'vitest'
import { openBrowser } from './cast/browser.ts'
import { openStreet } from './cast/street.ts'
import { aSummit, galaNight, generalAdmission } from './cast/world.ts'

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
