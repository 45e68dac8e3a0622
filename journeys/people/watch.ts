import type { Page } from 'playwright-core'
import type { Demonstration } from '../street/demonstration.ts'

/** The browser's own message about a refused form, which the page explains. */
const refusedForm = 'responded with a status of 422'

/** Collects hidden problems of a page: console errors and requests to other sites. */
export function watch(page: Page, street: Demonstration): string[] {
  const faults: string[] = []
  const ours = [street.site, street.ticketing].map((url) => new URL(url).origin)
  page.on('console', (line) => {
    if (line.type() === 'error' && !line.text().includes(refusedForm))
      faults.push(`${page.url()}: ${line.text()}`)
  })
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    if (protocol.startsWith('http') && !ours.includes(origin)) faults.push(`${page.url()} calls ${origin}`)
  })
  return faults
}
