import { afterAll, expect, inject, test } from 'vitest'
import { anAttendee } from './people/attendee.ts'
import { openBrowser } from './people/browser.ts'
import { look } from './people/onlooker.ts'
import { aPhone } from './people/phone.ts'

const street = inject('demonstration')
const browser = await openBrowser()
afterAll(() => browser.close())

/** Safaricom is queried after a while, and answers 26 for this phone. */
const patienceSeconds = 60

test('while a payment is undecided, the screen says so and when another try is possible', async () => {
  const were = await anAttendee(browser, street, { name: 'were' })
  const phone = aPhone(street.sandbox.mpesa, { ending: '009' })
  await were.opensSummit()
  await were.registers()
  await were.choosesGala()
  await were.paysFrom(phone.typed)

  await were.reads('M-Pesa has not confirmed this payment', patienceSeconds)
  await were.page.getByText(/You can try again from \d\d:\d\d\sEAT/).waitFor()
  expect(await were.page.getByText('Open the M-Pesa request on your phone').count()).toBe(0)
  await look(were.page, 'undecided')
  await were.page.goto(`${street.site}/tickets`)
  await were.holdsUpTickets(1)
})
