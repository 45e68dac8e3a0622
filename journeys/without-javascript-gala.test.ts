import { afterAll, expect, inject, test } from 'vitest'
import { anAttendee } from './people/attendee.ts'
import { openBrowser } from './people/browser.ts'
import { aPhone } from './people/phone.ts'

const street = inject('demonstration')
const browser = await openBrowser()
afterAll(() => browser.close())

test('paying for the gala works without JavaScript: the waiting screen refreshes itself', async () => {
  const mutua = await anAttendee(browser, street, { name: 'mutua', hasJavaScript: false })
  const phone = aPhone(street.sandbox.mpesa)
  await mutua.opensSummit()
  await mutua.registers()
  await mutua.choosesGala()
  await mutua.paysFrom(phone.typed)
  await phone.answers('approve')

  await mutua.reads(mutua.say.paid)
  const onScreen = await mutua.holdsUpTickets(2)
  const { qrs } = await mutua.mailbox.receivesTickets(1)
  expect(onScreen).toEqual(expect.arrayContaining(qrs))
  await mutua.signsOut()
  expect(mutua.faults).toEqual([])
})
