import { afterAll, expect, inject, test } from 'vitest'
import { anAttendee } from './people/attendee.ts'
import { openBrowser } from './people/browser.ts'
import { aPhone } from './people/phone.ts'
import { putOnScale } from './people/scale.ts'

const street = inject('demonstration')
const browser = await openBrowser()
afterAll(() => browser.close())

const kB = 1000

test("the summit's page is light", async () => {
  const njeri = await anAttendee(browser, street, { name: 'njeri' })
  const scale = await putOnScale(njeri.page)
  await njeri.opensSummit()
  await njeri.page.waitForLoadState('networkidle')

  expect(scale.of('Document')).toBeLessThanOrEqual(14 * kB)
  expect(scale.of('Stylesheet')).toBeLessThanOrEqual(15 * kB)
  expect(scale.of('Script')).toBeLessThanOrEqual(50 * kB)
  expect(scale.of('Font')).toBe(0)
  expect(scale.total()).toBeLessThanOrEqual(150 * kB)
})

test('registering free takes at most 300 kB, from the first page to the ticket', async () => {
  const achieng = await anAttendee(browser, street, { name: 'achieng' })
  const scale = await putOnScale(achieng.page)
  await achieng.opensSummit()
  await achieng.registers()
  await achieng.choosesFree()
  await achieng.holdsUpTickets(1)
  expect(scale.total()).toBeLessThanOrEqual(300 * kB)
  await achieng.mailbox.receivesTickets(1)
})

test('paying for the gala takes at most 400 kB, of it 90 kB of script', async () => {
  const kamau = await anAttendee(browser, street, { name: 'kamau' })
  const phone = aPhone(street.sandbox.mpesa)
  const scale = await putOnScale(kamau.page)
  await kamau.opensSummit()
  await kamau.registers()
  await kamau.choosesGala()
  await kamau.paysFrom(phone.typed)
  await phone.answers('approve')
  await kamau.reads(kamau.say.paid)
  await kamau.holdsUpTickets(2)
  expect(scale.of('Script')).toBeLessThanOrEqual(90 * kB)
  expect(scale.total()).toBeLessThanOrEqual(400 * kB)
  await kamau.mailbox.receivesTickets(1)
})
