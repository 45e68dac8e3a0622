import { afterAll, expect, inject, test } from 'vitest'
import { openBrowser } from './people/browser.ts'

const { ticketing } = inject('demonstration')
const browser = await openBrowser()
afterAll(() => browser.close())

test("the API's documentation opens in a browser, at the address that the API gives", async () => {
  const places = (await (await fetch(`${ticketing}/api`)).json()) as Record<string, string>
  const page = await browser.newPage()
  const faults: string[] = []
  page.on('pageerror', (fault) => faults.push(fault.message))
  page.on('console', (line) => line.type() === 'error' && faults.push(line.text()))
  page.on('response', (answer) => answer.status() >= 400 && faults.push(`${answer.status()} ${answer.url()}`))

  await page.goto(places.documentation ?? '')
  await page.getByText('Event-Sphere Ticketing API').waitFor()
  const purchases = page.locator('#operations-tag-purchases')
  await purchases.waitFor()
  await page.locator('#operations-purchases-postPurchases .opblock-summary-control').click()
  await page.locator('#operations-purchases-postPurchases').getByText('Idempotency-Key').first().waitFor()

  expect(faults).toEqual([])
  for (const place of ['openapi', 'health']) expect((await fetch(places[place] ?? '')).status).toBe(200)
}, 60_000)
