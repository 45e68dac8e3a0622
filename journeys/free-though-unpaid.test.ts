import { afterAll, expect, inject, test } from 'vitest'
import { anAttendee } from './people/attendee.ts'
import { openBrowser } from './people/browser.ts'
import { look } from './people/onlooker.ts'
import { aPhone } from './people/phone.ts'

const street = inject('demonstration')
const browser = await openBrowser()
afterAll(() => browser.close())

test('a buyer who chooses admission and gala and cannot pay is still registered', async () => {
  const naliaka = await anAttendee(browser, street, { name: 'naliaka' })
  const phone = aPhone(street.sandbox.mpesa)
  await naliaka.opensSummit()
  await naliaka.registers()
  await naliaka.choosesGala()
  await naliaka.page.getByText("You're registered").waitFor()
  await naliaka.paysFrom(phone.typed)
  await phone.answers('cancel')
  await naliaka.reads(naliaka.say.notPaid)

  await naliaka.page.goto(`${street.site}/tickets`)
  const onScreen = await naliaka.holdsUpTickets(1)
  await naliaka.page.getByText('Waiting for payment').waitFor()
  await look(naliaka.page, 'tickets-and-open-order')
  const { qrs } = await naliaka.mailbox.receivesTickets(1)
  expect(qrs).toEqual(onScreen)
  expect(naliaka.faults).toEqual([])
})
