import { expect, test } from 'vitest'
import { openBrowser } from './cast/browser.ts'
import { registered } from './cast/registered.ts'
import { openStreet } from './cast/street.ts'

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
