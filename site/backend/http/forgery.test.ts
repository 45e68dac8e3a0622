import { expect, test } from 'vitest'
import { openBrowser } from '../cast/browser.ts'
import { openStreet } from '../cast/street.ts'

const typed = { email: 'akinyi@example.com', consent: 'yes' }

test('a form from another site changes nothing, whatever it carries', async () => {
  const { site, api } = await openStreet()
  const browser = openBrowser(site.url)
  const page = await browser.open('/register')
  const formToken = page.html.match(/name="formToken" value="([^"]+)"/)?.[1] ?? ''
  const fields = { ...typed, formToken }

  const byOrigin = await browser.post('/register', fields, { origin: 'https://evil.example' })
  const bySite = await browser.post('/register', fields, { origin: site.url, 'sec-fetch-site': 'cross-site' })

  expect([byOrigin.status, bySite.status]).toEqual([403, 403])
  expect(api.world.calls).not.toContain('POST /auth/register')
})

test("a form without a token, or with another browser's token, changes nothing and says what to do", async () => {
  const { site, api } = await openStreet()
  const stranger = openBrowser(site.url)
  const strangersPage = await stranger.open('/register')
  const browser = openBrowser(site.url)
  await browser.open('/register')

  const without = await browser.post('/register', typed, { origin: site.url })
  const formToken = strangersPage.html.match(/name="formToken" value="([^"]+)"/)?.[1] ?? ''
  const withAnothers = await browser.post('/register', { ...typed, formToken }, { origin: site.url })

  expect([without.status, withAnothers.status]).toEqual([403, 403])
  expect(without.text).toContain('This form has expired')
  expect(api.world.calls).not.toContain('POST /auth/register')
})

test('an oversized form is refused without being read', async () => {
  const { site } = await openStreet()
  const page = await openBrowser(site.url).post(
    '/register',
    { email: 'x'.repeat(40_000) },
    { origin: site.url },
  )
  expect(page.status).toBe(413)
})

test("the site's own form is accepted", async () => {
  const { site, api } = await openStreet()
  const browser = openBrowser(site.url)
  const page = await browser.submit(await browser.open('/register'), 'Continue', typed)
  expect(page.path).toBe('/choose')
  expect(api.world.calls).toContain('POST /auth/register')
})
