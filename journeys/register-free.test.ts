import { afterAll, expect, inject, test } from 'vitest'
import { anAttendee } from './people/attendee.ts'
import { openBrowser } from './people/browser.ts'
import { look } from './people/onlooker.ts'

const street = inject('demonstration')
const browser = await openBrowser()
afterAll(() => browser.close())

test('an e-mail address is enough to register free', async () => {
  const wanjiru = await anAttendee(browser, street)
  await wanjiru.opensSummit()
  await look(wanjiru.page, 'summit')
  await wanjiru.opensRegistration()
  await look(wanjiru.page, 'register')
  await wanjiru.opensSummit()
  await wanjiru.registers()
  await look(wanjiru.page, 'choose')
  await wanjiru.choosesFree()
  const onScreen = await wanjiru.holdsUpTickets(1)
  await look(wanjiru.page, 'tickets-free')

  const { qrs, mails } = await wanjiru.mailbox.receivesTickets(1)
  expect(onScreen[0]).toMatch(/^ES1:/)
  expect(qrs).toEqual(onScreen)
  expect(mails).toHaveLength(1)
  expect(wanjiru.faults).toEqual([])
})
