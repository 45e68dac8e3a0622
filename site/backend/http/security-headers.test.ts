import { expect, test } from 'vitest'
import { type Browser, openBrowser, type Page } from '../cast/browser.ts'
import { openStreet } from '../cast/street.ts'
import { aPurchase, generalAdmission } from '../cast/world.ts'

const guarding = [
  'content-security-policy',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
  'permissions-policy',
  'referrer-policy',
  'x-content-type-options',
  'x-frame-options',
]

const headersOf = (headers: Headers) => Object.fromEntries(guarding.map((name) => [name, headers.get(name)]))

test('every screen has the same security headers', async () => {
  const { site } = await openStreet()
  const browser = openBrowser(site.url)
  const event = await browser.open('/')

  expect(headersOf(event.headers)).toMatchInlineSnapshot(`
    {
      "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
      "referrer-policy": "same-origin",
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
    }
  `)
  for (const path of [
    '/register',
    '/sign-in',
    '/privacy',
    '/nowhere',
    '/tickets',
    '/healthz',
    '/robots.txt',
  ]) {
    const page = await browser.open(path)
    expect(headersOf(page.headers), path).toEqual(headersOf(event.headers))
  }
  expect(event.headers.get('x-powered-by')).toBeNull()
})

test('only the gate may use the camera and WebAssembly', async () => {
  const { site } = await openStreet()
  const { headers } = await openBrowser(site.url).open('/gate/config.json')
  expect(headers.get('permissions-policy')).toContain('camera=(self)')
  expect(headers.get('content-security-policy')).toContain("script-src 'self' 'wasm-unsafe-eval'")
})

test('the public page sets no cookie and may be cached; personal pages may not', async () => {
  const { site } = await openStreet()
  const browser = openBrowser(site.url)
  const event = await browser.open('/')
  expect(event.headers.getSetCookie()).toEqual([])
  expect(event.headers.get('cache-control')).toContain('public')

  const register = await browser.open('/register')
  expect(register.headers.get('cache-control')).toBe('private, no-store')
  expect(register.headers.getSetCookie()).toEqual([
    expect.stringMatching(/^form=.+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=2592000$/),
  ])
})

test("no page with personal data is cached, and signing out clears the browser's cache", async () => {
  const { site, api } = await openStreet()
  const browser = openBrowser(site.url)
  const typed = { email: 'a@example.com', consent: 'yes' }
  await browser.submit(await browser.open('/register'), 'Continue', typed)
  const purchase = aPurchase([generalAdmission()])
  api.world.purchases = [purchase]
  const picture = `/tickets/${purchase.tickets[0]?.id}/qr.png`
  for (const path of [
    '/',
    '/tickets',
    '/tickets.data',
    '/_root.data',
    picture,
    '/choose',
    '/events/nowhere',
  ]) {
    const { headers, status } = await browser.open(path)
    expect(headers.get('cache-control'), `${path} ${status}`).toBe('private, no-store')
  }
  const signedOut = await fetch(
    `${site.url}/sign-out`,
    signOutForm(site.url, await browser.open('/'), browser),
  )
  expect(signedOut.status).toBe(303)
  expect(signedOut.headers.get('clear-site-data')).toBe('"cache"')
  expect(signedOut.headers.get('cache-control')).toBe('private, no-store')
})

function signOutForm(origin: string, { html }: Page, { cookies }: Browser): RequestInit {
  const formToken = html.match(/name="formToken" value="([^"]+)"/)?.[1] ?? ''
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  return {
    method: 'POST',
    redirect: 'manual',
    headers: { origin, cookie },
    body: new URLSearchParams({ formToken }),
  }
}
