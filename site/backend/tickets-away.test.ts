import { expect, test } from 'vitest'
import { openBrowser } from './cast/browser.ts'
import { openStreet } from './cast/street.ts'

const typed = { email: 'akinyi@example.com', consent: 'yes' }

test('while the API is unavailable, My tickets shows the codes as last seen, their age, and what to do at the gate', async () => {
  const { site, api } = await openStreet()
  const browser = openBrowser(site.url)
  const choose = await browser.submit(await browser.open('/register'), 'Continue', typed)
  await browser.submit(choose, 'Register free')
  api.world.mood = () => 'silent'
  const away = await browser.open('/tickets')
  expect(away.status).toBe(200)
  expect(away.text).toContain('7K3MP Q9X2A')
  expect(away.text).toContain('EBS2026-GA-000012')
  expect(away.text).toMatch(/may have changed since \d+ \w+, \d\d:\d\d EAT/)
  expect(away.text).toContain('The QR code is in the e-mail')
  expect(away.html).not.toContain('qr.png')

  await browser.submit(away, 'Sign out')
  expect((await browser.open('/tickets')).path).toBe('/sign-in?next=%2Ftickets')
})

test('where nothing was seen before, it says what to do at the gate all the same', async () => {
  const { site, api } = await openStreet()
  const browser = openBrowser(site.url, 'sw')
  await browser.submit(await browser.open('/register'), 'Endelea', typed)
  api.world.mood = () => 'silent'
  const away = await browser.open('/tickets')
  expect(away.status).toBe(503)
  expect(away.text).toContain('Uko langoni?')
  expect(away.html).toContain('href="/tickets"')
})
