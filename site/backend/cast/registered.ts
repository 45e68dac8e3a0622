import type { Browser, Page } from './browser.ts'

/** Registers a visitor; the page that follows is the one of the tickets. */
export async function registered(browser: Browser): Promise<Page> {
  const typed = { email: 'akinyi@example.com', consent: 'yes' }
  return browser.submit(await browser.open('/register'), 'Continue', typed)
}
