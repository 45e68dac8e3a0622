import { Webhook } from 'standardwebhooks'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { openBrowser } from '../cast/browser.ts'
import { openStreet, organizationToken, type Street } from '../cast/street.ts'
import { aSummit, generalAdmission } from '../cast/world.ts'
import { secretOf } from './secret-of.ts'
import { webhookPath } from './serve-webhooks.ts'

const secret = secretOf(organizationToken)
const patience = { timeout: 20_000 }

/** Sends a webhook to one process of the site, like the Ticketing API's worker. */
async function tell(siteUrl: string, said: object, by = secret): Promise<number> {
  const body = JSON.stringify(said)
  const at = new Date()
  const headers = {
    'content-type': 'application/json',
    'webhook-id': 'happening_1',
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(by).sign('happening_1', at, body),
  }
  return (await fetch(siteUrl + webhookPath, { method: 'POST', headers, body })).status
}

const happened = (type: string, eventId: string) => ({
  type,
  timestamp: new Date().toISOString(),
  data: { eventId },
})
/** With a query, the page is rendered at each read: only the site's data is cached. */
const read = async (url: string) =>
  (await openBrowser(url).open('/events/eldoret-business-summit-2026?from=mail')).text

// Time stands still, so cached data stays fresh: it is fetched again only because of the news.
beforeEach(() => {
  vi.setSystemTime(Date.now())
  onTestFinished(() => void vi.useRealTimers())
})

const eventCall = expect.stringContaining('/events/public/')
const ticketTypesCall = expect.stringContaining('/ticket-types/event/')

test('a cancellation is sent to one process, and the pages of all show it on the next request', async () => {
  const { site, api, startAnother } = await openStreet()
  const other = await startAnother()
  expect(await read(site.url)).not.toContain('has been cancelled')
  expect(await read(other.url)).not.toContain('has been cancelled')
  api.world.event = aSummit({ status: 'cancelled' })
  // Without the news, the fresh cached page would be shown for another minute.
  expect(await read(other.url)).not.toContain('has been cancelled')

  expect(await tell(site.url, happened('event.updated', api.world.event.id))).toBe(204)

  await expect.poll(() => read(site.url), patience).toContain('has been cancelled')
  await expect.poll(() => read(other.url), patience).toContain('has been cancelled')
})

test('after a stock change, what is left is fetched again, but not the event', async () => {
  const { site, api } = await openStreet()
  await read(site.url)
  api.world.ticketTypes = [{ ...generalAdmission(), saleState: 'sold_out', remaining: 0 }]
  api.world.calls.length = 0

  await tell(site.url, happened('stock.changed', api.world.event.id))

  await expect.poll(() => read(site.url), patience).toContain('Sold out')
  expect(api.world.calls).not.toContainEqual(eventCall)
})

test('while the Ticketing API is unavailable, the page before the news is still shown', async () => {
  const { site, api } = await openStreet()
  await read(site.url)
  api.world.calls.length = 0
  api.world.mood = () => 'silent'
  await tell(site.url, happened('event.updated', api.world.event.id))

  const readAgain = async () => {
    expect(await read(site.url)).toContain('Eldoret International Business Summit')
    return api.world.calls
  }
  await expect.poll(readAgain, patience).toContainEqual(eventCall)
})

test('a webhook that is unsigned or too large has no effect', async () => {
  const { site, api } = await openStreet()
  await read(site.url)
  api.world.calls.length = 0
  const news = happened('event.updated', api.world.event.id)

  expect(await tell(site.url, news, secretOf('es_test_another'))).toBe(401)
  expect((await fetch(site.url + webhookPath, { method: 'POST', body: JSON.stringify(news) })).status).toBe(
    401,
  )
  expect(await tell(site.url, { ...news, more: 'x'.repeat(40_000) })).toBe(413)
  expect(await tell(site.url, happened('stock.changed', "event_x'; drop table"))).toBe(204)
  expect(await tell(site.url, { type: 'something.new', timestamp: news.timestamp, data: {} })).toBe(204)
  await read(site.url)
  expect(api.world.calls).toEqual([])

  // News is passed on in order: with this one, any effect of those before it would be visible too.
  await tell(site.url, happened('stock.changed', api.world.event.id))
  const readAgain = async () => {
    await read(site.url)
    return api.world.calls
  }
  await expect.poll(readAgain, patience).toContainEqual(ticketTypesCall)
  expect(api.world.calls).not.toContainEqual(eventCall)
})

test('too many signed webhooks are put off, and unsigned ones, however many, put off none', async () => {
  const { site, api } = await openStreet()
  const news = happened('stock.changed', api.world.event.id)
  const flood = (organizationToken?: string) =>
    Promise.all(
      Array.from({ length: 900 }, () =>
        tell(site.url, news, organizationToken && secretOf(organizationToken)),
      ),
    )
  const strangers = flood('es_test_another')

  const ours = await tell(site.url, news)

  expect([ours, new Set(await strangers)]).toEqual([204, new Set([401])])
  expect(await tell(site.url, news)).toBe(204)
  expect(new Set(await flood())).toEqual(new Set([204, 429]))
})

/** The site's own address is not known before it listens; this one receives nothing. */
const webhookUrl = 'https://site.example'
const url = `${webhookUrl}${webhookPath}`
const callsOf = ({ api }: Street) => api.world.calls.filter((call) => call.includes('/webhooks'))

test('the site creates its webhook at the start, and every process agrees on the secret', async () => {
  const street = await openStreet({}, { webhookUrl })
  await expect.poll(() => street.api.world.webhooks, patience).toMatchObject([{ url, secret }])
  await street.startAnother()
  await expect
    .poll(() => callsOf(street), patience)
    .toEqual(['GET /webhooks', 'POST /webhooks', 'GET /webhooks', expect.stringMatching(/rotate-secret$/)])

  expect(street.api.world.webhooks).toHaveLength(1)
  expect(street.api.world.webhooks[0]?.types).toEqual(['event.updated', 'stock.changed'])
})

test('a webhook that was disabled or has other types is corrected', async () => {
  const street = await openStreet({}, { webhookUrl })
  await expect.poll(() => street.api.world.webhooks.length, patience).toBe(1)
  Object.assign(street.api.world.webhooks[0] ?? {}, {
    status: 'disabled',
    disabledBecause: 'failing',
    types: ['stock.changed'],
    secret: 'whsec_another',
  })
  await street.startAnother()

  await expect
    .poll(() => street.api.world.webhooks, patience)
    .toMatchObject([{ status: 'active', types: ['event.updated', 'stock.changed'], secret }])
})

test('while the Ticketing API is unavailable, the site tries again and serves pages meanwhile', async () => {
  let isAway = true
  const street = await openStreet(
    { mood: (call) => (isAway && call.includes('/webhooks') ? 'silent' : undefined) },
    { webhookUrl },
  )
  await expect.poll(() => callsOf(street).length, patience).toBeGreaterThan(0)
  expect(await read(street.site.url)).toContain('Eldoret International Business Summit')
  isAway = false

  await expect.poll(() => street.api.world.webhooks.length, patience).toBe(1)
})

test('a site without a reachable address creates no webhook', async () => {
  const street = await openStreet()
  await read(street.site.url)
  expect(callsOf(street)).toEqual([])
})
