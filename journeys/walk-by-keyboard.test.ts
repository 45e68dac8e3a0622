import type { Locator, Page } from 'playwright-core'
import { afterAll, expect, inject, test } from 'vitest'
import { anAttendee } from './people/attendee.ts'
import { openBrowser } from './people/browser.ts'
import { aPhone } from './people/phone.ts'

const street = inject('demonstration')
const browser = await openBrowser()
afterAll(() => browser.close())

test('the gala is bought with a keyboard alone', async () => {
  const mwangi = await anAttendee(browser, street, { name: 'mwangi' })
  const { page, say } = mwangi
  const phone = aPhone(street.sandbox.mpesa)
  await mwangi.opensSummit()
  await page.keyboard.press('Tab')
  expect(await isFocused(page.getByRole('link', { name: 'Skip to content' }))).toBe(true)
  await page.keyboard.press('Enter')
  await press('Enter', page.getByRole('link', { name: say.registerFree, exact: true }))

  await page.getByLabel(say.email).waitFor()
  await walkTo(page.getByLabel(say.email))
  await page.keyboard.type(mwangi.address)
  await press('Space', page.getByLabel(say.consent))
  await press('Enter', page.getByRole('button', { name: say.goOn, exact: true }))

  await press('Enter', page.getByRole('button', { name: say.withGala }))
  await walkTo(page.getByLabel(say.phone))
  await page.keyboard.type(phone.typed)
  await page.keyboard.press('Enter')
  await mwangi.reads(say.lookAtPhone)
  await phone.answers('approve')
  await mwangi.reads(say.paid)

  const onScreen = await mwangi.holdsUpTickets(2)
  const { qrs } = await mwangi.mailbox.receivesTickets(1)
  expect(onScreen).toEqual(expect.arrayContaining(qrs))
  expect(mwangi.faults).toEqual([])

  async function press(key: string, target: Locator) {
    await walkTo(target)
    await page.keyboard.press(key)
  }
})

test("the gala's own card works by keyboard, and its ticket is preselected", async () => {
  const kiptoo = await anAttendee(browser, street, { name: 'kiptoo' })
  const { page, say } = kiptoo
  await kiptoo.opensSummit()
  await walkTo(page.getByRole('link', { name: say.galaCard }))
  await page.keyboard.press('Enter')
  await page.getByLabel(say.email).waitFor()
  await page.getByText('then Gala Night Access').waitFor()
  await walkTo(page.getByLabel(say.email))
  await page.keyboard.type(kiptoo.address)
  await walkTo(page.getByLabel(say.consent))
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')

  const first = page.locator('main form button').first()
  await first.waitFor()
  expect((await first.innerText()).replaceAll('\u00a0', ' ')).toBe(say.withGala)
  await walkTo(first)
  await page.keyboard.press('Enter')
  await page.getByLabel(say.phone).waitFor()
  expect(kiptoo.faults).toEqual([])
})

const mostSteps = 60

/** Moves the focus forward until it reaches the target. */
async function walkTo(target: Locator): Promise<void> {
  const page: Page = target.page()
  await target.waitFor()
  for (let steps = 0; steps < mostSteps; steps += 1) {
    if (await isFocused(target)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the keyboard does not reach ${target} at ${page.url()}`)
}

const isFocused = (target: Locator) => target.evaluate((element) => element === document.activeElement)
