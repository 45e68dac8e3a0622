import { afterAll, expect, inject, test } from 'vitest'
import { anAttendee } from './people/attendee.ts'
import { openBrowser } from './people/browser.ts'
import { look } from './people/onlooker.ts'
import { aPhone } from './people/phone.ts'

const street = inject('demonstration')
const browser = await openBrowser()
afterAll(() => browser.close())

test('a buyer who cancels on the phone is told so, and pays at the second try', async () => {
  const chebet = await anAttendee(browser, street, { name: 'chebet' })
  const phone = aPhone(street.sandbox.mpesa)
  await chebet.opensSummit()
  await chebet.registers()
  await chebet.choosesGala()
  await chebet.paysFrom(phone.typed)
  const first = await phone.answers('cancel')

  await chebet.reads(chebet.say.notPaid)
  await look(chebet.page, 'cancelled')
  await chebet.triesAgain()
  const second = await phone.answers('approve')

  await chebet.reads(chebet.say.paid)
  expect(second.checkoutRequestId).not.toBe(first.checkoutRequestId)
  expect(second.accountReference).toBe(first.accountReference)
  const onScreen = await chebet.holdsUpTickets(2)
  const { qrs } = await chebet.mailbox.receivesTickets(1)
  expect(onScreen).toEqual(expect.arrayContaining(qrs))
  expect(chebet.faults).toEqual([])
})
