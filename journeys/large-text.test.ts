import { afterAll, expect, inject, test } from 'vitest'
import { anAttendee } from './people/attendee.ts'
import { openBrowser } from './people/browser.ts'

const street = inject('demonstration')
const browser = await openBrowser()
afterAll(() => browser.close())

test.for(['en', 'sw'] as const)(
  'with text at 200 % nothing reaches beyond a small phone (%s)',
  async (language) => {
    const rono = await anAttendee(browser, street, { name: 'rono', language })
    const { page } = rono
    const widths: Record<string, number> = {}
    const measure = async (name: string) => {
      widths[name] = await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%'
        return document.documentElement.scrollWidth
      })
    }
    await rono.opensSummit()
    await measure('event')
    await rono.opensRegistration()
    await measure('register')
    await rono.givesAddress()
    await page.getByRole('button', { name: rono.say.withGala }).waitFor()
    await measure('choose')
    await rono.choosesGala()
    await measure('pay')
    await page.goto(`${street.site}/tickets`)
    await measure('tickets')
    for (const path of ['sign-in', 'privacy', 'nowhere']) {
      await page.goto(`${street.site}/${path}`)
      await measure(path)
    }
    expect(widths).toEqual(Object.fromEntries(Object.keys(widths).map((name) => [name, 360])))
  },
)
