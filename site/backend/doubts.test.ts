import { expect, test } from 'vitest'
import { openBrowser } from './cast/browser.ts'
import { openStreet } from './cast/street.ts'
import { aPurchase, galaNight } from './cast/world.ts'

const slip = { email: 'jane@gmail.con', consent: 'yes' }
const registrations = (calls: string[]) => calls.filter((call) => call === 'POST /auth/register').length

test.for([
  ['en', 'Continue', 'Did you mean jane@gmail.com?', 'Use jane@gmail.com'],
  ['sw', 'Endelea', 'Ulimaanisha jane@gmail.com?', 'Tumia jane@gmail.com'],
] as const)(
  'a form asks about an address that looks like a typo (%s)',
  async ([language, goOn, asks, use]) => {
    const { site, api } = await openStreet()
    const browser = openBrowser(site.url, language)
    const doubted = await browser.submit(await browser.open('/register'), goOn, slip)
    expect(doubted.text).toContain(asks)
    expect(registrations(api.world.calls)).toBe(0)
    const mended = await browser.submit(doubted, use)
    expect(mended.path).toBe('/choose')
    expect(mended.text).toContain('jane@gmail.com')
  },
)

test('an unusual address is accepted when it is sent again', async () => {
  const { site } = await openStreet()
  const browser = openBrowser(site.url)
  const doubted = await browser.submit(await browser.open('/register'), 'Continue', slip)
  const other = await browser.submit(doubted, 'Continue', { ...slip, email: 'jane@gmial.com' })
  expect(other.text).toContain('Did you mean')
  expect((await browser.submit(other, 'Continue', { ...slip, email: 'jane@gmial.com' })).path).toBe('/choose')
})

test('the address can be changed before the first order', async () => {
  const { site, api } = await openStreet()
  const browser = openBrowser(site.url)
  const choose = await browser.submit(await browser.open('/register'), 'Continue', {
    email: 'jnae@example.com',
    consent: 'yes',
  })
  const change = choose.html.match(/href="(\/register\?change=1[^"]*)"/)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const again = await browser.open(change)
  expect(again.html).toContain('value="jnae@example.com"')
  const changed = await browser.submit(again, 'Continue', { email: 'jane@example.com', consent: 'yes' })
  expect(changed.text).toContain('Your tickets go to jane@example.com')
  expect(api.world.calls).toContain('POST /auth/logout')
  const tickets = await browser.submit(changed, 'Register free')
  expect(tickets.text).toContain('Is that address wrong?')
})

test('a form asks once about a number of another network, since M-Pesa works with Safaricom numbers only', async () => {
  const { site, api } = await openStreet()
  const browser = openBrowser(site.url)
  await browser.submit(await browser.open('/register'), 'Continue', {
    email: 'a@example.com',
    consent: 'yes',
  })
  const open = aPurchase([galaNight()])
  api.world.purchases = [open]
  const airtel = { phoneNumber: '0733 123 456' }
  const doubted = await browser.submit(await browser.open(`/pay/${open.id}`), 'Pay KSh 1,500', airtel)
  expect(doubted.text).toContain('M-Pesa works with Safaricom numbers only')
  expect(api.world.payments).toEqual([])
  await browser.submit(doubted, 'Pay KSh 1,500', airtel)
  expect(api.world.payments).toHaveLength(1)
})
