import { afterAll, expect, inject, test } from 'vitest'
import { anAttendee } from './people/attendee.ts'
import { openBrowser } from './people/browser.ts'
import { aPhone } from './people/phone.ts'

const street = inject('demonstration')
const browser = await openBrowser()
afterAll(() => browser.close())

/** Without a callback Safaricom is queried; no buyer would wait longer than this. */
const patienceSeconds = 90

test('a payment whose callback is lost is found by a query to Safaricom', async () => {
  const otieno = await anAttendee(browser, street, { name: 'otieno' })
  const phone = aPhone(street.sandbox.mpesa)
  await otieno.opensSummit()
  await otieno.registers()
  await otieno.choosesGala()
  await phone.losesNextCallback()
  await otieno.paysFrom(phone.typed)
  await phone.answers('approve')
  await phone.hasPaid()
  await otieno.leavesAndReturns()

  await otieno.reads(otieno.say.paid, patienceSeconds)
  const onScreen = await otieno.holdsUpTickets(2)
  const { qrs } = await otieno.mailbox.receivesTickets(1)
  expect(onScreen).toEqual(expect.arrayContaining(qrs))
  expect(await phone.lostCallbacks()).toBe(1)
})
