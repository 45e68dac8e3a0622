import { afterAll, expect, inject, test } from 'vitest'
import { anAttendee } from './people/attendee.ts'
import { openBrowser } from './people/browser.ts'

const street = inject('demonstration')
const browser = await openBrowser()
afterAll(() => browser.close())

test('on a shared phone, Back after signing out shows no ticket', async () => {
  const auma = await anAttendee(browser, street, { name: 'auma' })
  await auma.opensSummit()
  await auma.registers()
  await auma.choosesFree()
  await auma.holdsUpTickets(1)
  const picture = (await auma.page.getByRole('img', { name: auma.say.qr }).getAttribute('src')) ?? ''
  await auma.signsOut()

  await auma.page.goBack()
  await auma.page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
  expect(await auma.page.getByRole('img', { name: auma.say.qr }).count()).toBe(0)
  await auma.page.goto(street.site + picture)
  await auma.page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
  await auma.mailbox.receivesTickets(1)
})
