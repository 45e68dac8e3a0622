import { createElement } from 'react'
import { expect, test } from 'vitest'
import { openBrowser, type Page } from './cast/browser.ts'
import { lendRoute } from './cast/lend-route.ts'
import { openStreet } from './cast/street.ts'

const Probe = () => createElement('p', null, 'This page lives.')
const everybodyMayKeepIt = () => ({ 'Cache-Control': 'public, max-age=60' })

const policyOf = (page: Page) => page.headers.get('content-security-policy') ?? ''
const nonceOf = (page: Page) => policyOf(page).match(/script-src 'self' 'nonce-([\w-]+)';/)?.[1]
/** Scripts that run; data blocks have a different type. */
const scriptsOf = ({ html }: Page) =>
  [...html.matchAll(/<script([^>]*)>/g)].map(([, said = '']) => said).filter((said) => !said.includes('json'))

async function openProbe(handle: object | undefined) {
  await lendRoute('probe', { default: Probe, headers: everybodyMayKeepIt, ...(handle && { handle }) })
  const { site } = await openStreet()
  return { site, browser: openBrowser(site.url), page: await openBrowser(site.url).open('/probe') }
}

test('a route that asks for it gets React, its data, and scripts with a nonce for this response alone', async () => {
  const { page, browser } = await openProbe({ hydrates: true })
  expect(page.text).toContain('This page lives.')
  const nonce = nonceOf(page)
  expect(nonce).toMatch(/^[\w-]{22}$/)
  expect(scriptsOf(page).length).toBeGreaterThan(2)
  for (const script of scriptsOf(page)) expect(script).toContain(`nonce="${nonce}"`)
  expect(page.html).toContain('/assets/probe.js')
  expect(nonceOf(await browser.open('/probe'))).not.toBe(nonce)
})

test('the browser gets the data with which the server rendered the page, and loads React from this site', async () => {
  const { page, browser } = await openProbe({ hydrates: true })
  const told = page.html.match(/<script id="page" type="application\/json">([^<]*)/)?.[1] ?? ''
  expect(JSON.parse(told)).toEqual({ formToken: expect.stringMatching(/^[\w-]+\.[\w-]+$/), path: '/probe' })
  const entry = page.html.match(/"(\/assets\/entry\.client-[\w-]+\.js)"/)?.[1] ?? ''
  expect((await browser.open(entry)).status).toBe(200)
})

test('typed text cannot end the element that contains it', async () => {
  const { browser } = await openProbe({ hydrates: true })
  const typed = { email: '</script><b>jane' }
  const refused = await browser.submit(await browser.open('/register'), 'Continue', typed)
  const page = await browser.open(refused.path.replace('/register', '/probe'))
  expect(page.html).toContain('\\u003c/script>\\u003cb>jane')
  expect(page.html).not.toContain('</script><b>')
})

test('it is never cached, whatever its route says, since a nonce used twice protects nobody', async () => {
  const { page } = await openProbe({ hydrates: true })
  expect(page.headers.get('cache-control')).toBe('private, no-store')
})

test('other routes stay static HTML: one small script, and no other could run', async () => {
  const { page } = await openProbe(undefined)
  expect(page.text).toContain('This page lives.')
  expect(scriptsOf(page)).toEqual([expect.stringMatching(/src="\/assets\/enhance-[\w-]+\.js"/)])
  expect(policyOf(page)).toContain("script-src 'self';")
})

test('no attendee screen loads React', async () => {
  const { site } = await openStreet()
  const browser = openBrowser(site.url)
  const isStill = async (path: string) => {
    const page = await browser.open(path)
    expect(page.path).toBe(path)
    expect(scriptsOf(page), path).toEqual([expect.stringMatching(/src="\/assets\/enhance-[\w-]+\.js"/)])
    expect(policyOf(page), path).toContain("script-src 'self';")
  }
  const event = '/events/eldoret-business-summit-2026'
  for (const path of ['/', event, '/register', '/sign-in', '/privacy', '/nowhere']) await isStill(path)
  const typed = { email: 'akinyi@example.com', consent: 'yes' }
  const choose = await browser.submit(await browser.open('/register'), 'Continue', typed)
  for (const path of ['/', '/choose', '/tickets']) await isStill(path)
  const pay = await browser.submit(choose, 'Register and pay KSh 1,500')
  const waiting = await browser.submit(pay, 'Pay KSh 1,500', { phoneNumber: '0712 345 678' })
  for (const path of [pay.path, waiting.path]) await isStill(path)
})
