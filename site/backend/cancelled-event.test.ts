import { expect, test } from 'vitest'
import { openBrowser } from './cast/browser.ts'
import { openStreet } from './cast/street.ts'
import { aPayment, aPurchase, aSummit, aTicket, galaNight, generalAdmission } from './cast/world.ts'

test('a holder is told above the tickets that the event was cancelled; they show no code and ask for no name', async () => {
  const { site, api } = await openStreet({ event: aSummit({ status: 'cancelled' }) })
  const browser = openBrowser(site.url)
  const typed = { email: 'akinyi@example.com', consent: 'yes' }
  await browser.submit(await browser.open('/register?next=/tickets'), 'Continue', typed)
  const paid = aPurchase([galaNight()], { status: 'owed_back', paidAmount: 1500 })
  paid.tickets = [{ ...aTicket(galaNight(), paid.id), status: 'cancelled' }]
  api.world.purchases = [paid]

  const tickets = await browser.open('/tickets')
  expect(tickets.text).toContain('Eldoret International Business Summit has been cancelled')
  expect(tickets.text).toContain('These tickets are no longer valid')
  expect(tickets.html).toContain('href="mailto:events@kncci.example"')
  expect(tickets.text).toContain('The organiser owes you what you paid')
  expect(tickets.text).toContain('The organiser owes you money back')
  expect(tickets.text).not.toContain('7K3MP')
  expect(tickets.text).not.toContain('Your name on the badge')
  expect(tickets.html).not.toContain('#name')
})

const isoIn = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString()

/** A holder whose free ticket was cancelled just after the site had cached the event. */
async function aHolderOfALateCancellation(language: 'en' | 'sw' = 'en') {
  const { site, api } = await openStreet()
  const browser = openBrowser(site.url, language)
  const goOn = language === 'sw' ? 'Endelea' : 'Continue'
  const typed = { email: 'akinyi@example.com', consent: 'yes' }
  await browser.submit(await browser.open('/register?next=/tickets'), goOn, typed)
  const own = aPurchase([generalAdmission()])
  api.world.purchases = [own]
  expect((await browser.open('/')).text).not.toMatch(/cancelled|ghairiwa/)

  api.world.event = aSummit({ status: 'cancelled' })
  own.status = 'cancelled'
  own.tickets = own.tickets.map((ticket) => ({ ...ticket, status: 'cancelled' }))
  return { api, browser }
}

test.for([
  ['en', 'Eldoret International Business Summit has been cancelled', 'owes', 'Add General Admission'],
  ['sw', 'Eldoret International Business Summit limeghairiwa', 'deni', 'Ongeza General Admission'],
] as const)(
  'a holder is told of a cancellation at once, is offered nothing, and reads about money only if any was paid (%s)',
  async ([language, cancelled, owes, add]) => {
    const { browser } = await aHolderOfALateCancellation(language)

    const tickets = await browser.open('/tickets')

    expect(tickets.text).toContain(cancelled)
    expect(tickets.text).not.toContain(owes)
    expect(tickets.text).not.toContain(add)
  },
)

test("a holder's event page says at once that the event was cancelled, and has no sharing links", async () => {
  const { browser } = await aHolderOfALateCancellation()

  const event = await browser.open('/events/eldoret-business-summit-2026')

  expect(event.text).toContain('This event has been cancelled')
  expect(event.text).not.toContain('Bring someone along')
  expect(event.html).not.toContain('id="tickets"')
})

test('a buyer whose order ended with its event is told why, and is warned of an open prompt', async () => {
  const { api, browser } = await aHolderOfALateCancellation()
  const order = aPurchase([galaNight()], { status: 'cancelled' })
  api.world.purchases.unshift(order)
  const payment = aPayment(order, { retryAt: isoIn(60) })
  api.world.payments = [payment]

  const asked = await browser.open(`/pay/${order.id}/waiting`)
  expect(asked.text).toContain('This event has been cancelled')
  expect(asked.text).toContain('A payment request may still be open on +2547•••••678')
  expect(asked.text).not.toContain('Choose again')
  expect(asked.html).toContain('http-equiv="refresh"')

  Object.assign(payment, { status: 'failed', resultCode: '1032', nextStep: 'try_again', retryAt: null })
  const ended = await browser.open(`/pay/${order.id}/waiting`)
  expect(ended.text).not.toContain('A payment request')
  expect(ended.html).not.toContain('http-equiv="refresh"')
})
