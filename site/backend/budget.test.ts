import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { openBrowser } from './cast/browser.ts'
import { openStreet } from './cast/street.ts'

const kilobyte = 1024

test("the summit's page fits in one round trip, with small styles and hardly any script", async () => {
  const { site } = await openStreet()
  const browser = openBrowser(site.url)
  const page = await browser.open('/')
  const weigh = async (path: string) => gzipSync((await browser.open(path)).html).length
  const styles = page.html.match(/href="(\/assets\/[^"]+\.css)"/)?.[1] ?? ''
  const scripts = [...page.html.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, path = '']) => path)

  expect(gzipSync(page.html).length).toBeLessThan(14 * kilobyte)
  expect(await weigh(styles)).toBeLessThan(15 * kilobyte)
  expect(scripts).toHaveLength(1)
  expect(await weigh(scripts[0] ?? '')).toBeLessThan(3 * kilobyte)
  expect(page.html).not.toMatch(/<script(?![^>]*(src=|ld\+json))/)
  expect(page.html).not.toMatch(/ style="| on\w+="/)
})
