import type { Browser, Page } from './browser.ts'

/** Registers a visitor; returns the page on which they choose their tickets. */
export async function registered(browser: Browser): Promise<Page> {
  const typed = { email: 'akinyi@example.com', consent: 'yes' }
  return browser.submit(await browser.open('/register'), 'Continue', typed)
}
