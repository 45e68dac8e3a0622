import { afterAll, expect, inject, test } from 'vitest'
import { anAttendee } from './people/attendee.ts'
import { openBrowser } from './people/browser.ts'
import { aPhone } from './people/phone.ts'

const street = inject('demonstration')
const browser = await openBrowser()
afterAll(() => browser.close())

test('in Swahili and without JavaScript: a mistyped number, the gala, its ticket, and signing out', async () => {
  const naliaka = await anAttendee(browser, street, { name: 'naliaka', language: 'sw', hasJavaScript: false })
  const phone = aPhone(street.sandbox.mpesa)
  await naliaka.opensSummit()
  await naliaka.registers()
  await naliaka.choosesGala()
  expect(await naliaka.mistypesPhone('12345')).toBe('12345')
  await naliaka.paysFrom(phone.typed)
  await phone.answers('approve')

  await naliaka.reads(naliaka.say.paid)
  await naliaka.holdsUpTickets(2)
  await naliaka.signsOut()
  expect(naliaka.faults).toEqual([])
})
