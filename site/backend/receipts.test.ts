import { expect, test } from 'vitest'
import { pay } from './cast/answers.ts'
import { openBrowser } from './cast/browser.ts'
import { openStreet } from './cast/street.ts'
import { aPayment, aPurchase, galaNight, generalAdmission } from './cast/world.ts'

async function someoneSignedIn(language = 'en') {
  const { site, api } = await openStreet()
  const browser = openBrowser(site.url, language)
  const goOn = language === 'sw' ? 'Endelea' : 'Continue'
  const typed = { email: 'akinyi@example.com', consent: 'yes' }
  const choose = await browser.submit(await browser.open('/register'), goOn, typed)
  return { api, browser, choose, site }
}

const linkIn = (html: string) => html.match(/href="(\/receipts\/purchase_[0-9a-f]{32})"/)?.[1]

test('a paid order has a receipt under My tickets, with the date, phone and M-Pesa receipt number', async () => {
  const { api, browser, choose } = await someoneSignedIn()
  const payPage = await browser.submit(choose, 'Register and pay KSh 1,500')
  await browser.submit(payPage, 'Pay KSh 1,500', { phoneNumber: '0712 345 678' })
  pay(api.world)

  const tickets = await browser.open('/tickets')
  expect(tickets.html.match(/href="\/receipts\//g)).toHaveLength(1)
  const receipt = await browser.open(linkIn(tickets.html) ?? '')
  expect(receipt.status).toBe(200)
  expect(receipt.headers.get('cache-control')).toBe('private, no-store')
  expect(receipt.text).toContain('Paid KSh 1,500')
  expect(receipt.text).toContain('Gala Night Access')
  expect(receipt.text).toContain('M-Pesa receipt number SGR7QK2M4X')
  expect(receipt.text).toContain('Paid from +2547•••••678')
  expect(receipt.text).toMatch(/Paid on \d{1,2} \w+ 20\d\d, \d\d:\d\d EAT/)
  expect(receipt.text).toContain('Paid to KNCCI Uasin Gishu')
  expect(receipt.text).toContain('akinyi@example.com')
  expect(receipt.text).not.toContain('owes')

  await browser.submit(tickets, 'Save name', { firstName: 'Akinyi', lastName: 'Otieno' })
  expect((await browser.open(receipt.path)).text).toContain('Bought by Akinyi Otieno akinyi@example.com')
})

test('money without a valid ticket is listed under My tickets too, with the amount owed', async () => {
  const { api, browser } = await someoneSignedIn()
  const owed = aPurchase([galaNight()], { status: 'owed_back', paidAmount: 1500 })
  api.world.purchases = [owed]
  const tickets = await browser.open('/tickets')
  expect(tickets.text).not.toContain('You have no tickets yet')
  expect(tickets.text).toContain('The organiser owes you money back')
  const receipt = await browser.open(linkIn(tickets.html) ?? '')
  expect(receipt.text).toContain('Your KSh 1,500 came in, but you have no valid ticket')

  Object.assign(owed, { status: 'completed', paidAmount: 3000 })
  const paidTwice = await browser.open(`/receipts/${owed.id}`)
  expect(paidTwice.text).toContain('You paid KSh 1,500 more than the price')
  Object.assign(owed, { status: 'refunded' })
  expect((await browser.open(`/receipts/${owed.id}`)).text).toContain('This was paid back')
})

test("where no money came in, or it is not one's own, there is no receipt", async () => {
  const { api, browser, site } = await someoneSignedIn()
  const free = aPurchase([generalAdmission()])
  api.world.purchases = [free]
  expect((await browser.open('/tickets')).html).not.toContain('/receipts/')
  expect((await browser.open(`/receipts/${free.id}`)).status).toBe(404)
  expect((await browser.open(`/receipts/purchase_${'0'.repeat(32)}`)).status).toBe(404)
  expect((await browser.open('/receipts/nonsense')).status).toBe(404)
  const stranger = await openBrowser(site.url).open(`/receipts/${free.id}`)
  expect(stranger.path).toBe(`/sign-in?next=${encodeURIComponent(`/receipts/${free.id}`)}`)
})

test('an order that ended unpaid does not leave a blank page', async () => {
  const { api, browser } = await someoneSignedIn()
  api.world.purchases = [aPurchase([galaNight()], { status: 'expired' })]
  expect((await browser.open('/tickets')).text).toContain('You have no tickets yet')
})

test('while a prompt is open, My tickets says so and links to its state', async () => {
  const { api, browser } = await someoneSignedIn()
  const open = aPurchase([galaNight()])
  const payment = aPayment(open, { retryAt: new Date(Date.now() + 60_000).toISOString() })
  Object.assign(api.world, { purchases: [open], payments: [payment] })
  for (const path of ['/tickets', '/choose']) {
    const asked = await browser.open(path)
    expect(asked.text).toContain('M-Pesa is waiting for your PIN')
    expect(asked.html).toContain(`href="/pay/${open.id}/waiting"`)
  }

  Object.assign(payment, { status: 'failed', nextStep: 'try_again', resultCode: '1032', retryAt: null })
  const ended = await browser.open('/tickets')
  expect(ended.text).not.toContain('M-Pesa is waiting for your PIN')
  expect(ended.html).toContain(`href="/pay/${open.id}"`)
})
