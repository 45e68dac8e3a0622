import { expect, test } from 'vitest'
import { openBrowser } from './cast/browser.ts'
import { openStreet } from './cast/street.ts'
import { aPurchase, aSummit, aTicket, galaNight } from './cast/world.ts'

test('whose event was cancelled reads so above the tickets, which offer no code and ask for no name', async () => {
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
  expect(tickets.text).toContain('The organiser owes you money back')
  expect(tickets.text).not.toContain('7K3MP')
  expect(tickets.text).not.toContain('Your name on the badge')
  expect(tickets.html).not.toContain('#name')
})
