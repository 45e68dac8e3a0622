import { expect, test } from 'vitest'
import { openBrowser } from './cast/browser.ts'
import { openStreet } from './cast/street.ts'
import { aPurchase, galaNight, generalAdmission } from './cast/world.ts'

const again = '/register?change=1&amp;next=%2Fchoose%3Fevent%3Deldoret-business-summit-2026'

async function registered() {
  const { site, api } = await openStreet()
  const browser = openBrowser(site.url)
  const typed = { email: 'wrong@example.com', consent: 'yes' }
  const choose = await browser.submit(await browser.open('/register'), 'Continue', typed)
  const tickets = await browser.submit(choose, 'Register free')
  return { api, browser, tickets }
}

test('a visitor who registered free under a wrong address can register again with the right one', async () => {
  const { api, browser, tickets } = await registered()
  expect(tickets.text).toContain('Is that address wrong?')
  expect(tickets.html).toContain(`href="${again}"`)

  const form = await browser.open(again.replace('&amp;', '&'))
  expect(form.text).toContain('Your ticket was sent to wrong@example.com')
  expect(form.html).toContain('value="wrong@example.com"')
  // To the API, another address is another person without tickets.
  api.world.purchases = []
  const choose = await browser.submit(form, 'Continue', { email: 'right@example.com', consent: 'yes' })
  expect(choose.path).toBe('/choose?event=eldoret-business-summit-2026')
  expect((await browser.submit(choose, 'Register free')).text).toContain('right@example.com')
})

test('entering the same address again makes no API call and leads to its tickets', async () => {
  const { api, browser } = await registered()
  const form = await browser.open('/register?change=1')
  const asked = () => api.world.calls.filter((call) => call === 'POST /auth/register').length
  const before = asked()
  const same = await browser.submit(form, 'Continue', { email: 'wrong@example.com', consent: 'yes' })
  expect(same.path).toBe('/choose')
  expect(asked()).toBe(before)
})

test('where money has come in or is being asked for, the organiser corrects the address', async () => {
  const { api, browser } = await registered()
  const free = aPurchase([generalAdmission()])
  const paid = aPurchase([galaNight({ price: 0 })], { totalAmount: 1500, paidAmount: 1500 })
  api.world.purchases = [paid, free]
  const tickets = await browser.open('/tickets?paid=1')
  expect(tickets.text).toContain('Is that address wrong? Your ticket is still valid')
  expect(tickets.html).toContain('href="mailto:events@kncci.example"')
  expect(tickets.html).not.toContain('/register?change=1')
  expect((await browser.open('/register?change=1')).path).toBe('/choose')

  api.world.purchases = [aPurchase([galaNight()]), free]
  expect((await browser.open('/register?change=1')).path).toBe('/choose')
})
