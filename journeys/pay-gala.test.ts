import { afterAll, expect, inject, test } from 'vitest'
import { anAttendee } from './people/attendee.ts'
import { openBrowser } from './people/browser.ts'
import { look } from './people/onlooker.ts'
import { aPhone } from './people/phone.ts'

const street = inject('demonstration')
const browser = await openBrowser()
afterAll(() => browser.close())

test('the gala is paid on the phone, and the screen follows by itself', async () => {
  const kiprop = await anAttendee(browser, street, { name: 'kiprop' })
  const phone = aPhone(street.sandbox.mpesa)
  await kiprop.opensSummit()
  await kiprop.registers()
  await kiprop.provesMailbox()
  await kiprop.opensSummit()
  await kiprop.page.getByRole('link', { name: kiprop.say.registerFree }).first().click()
  await kiprop.choosesGala()
  await look(kiprop.page, 'pay')
  expect(await kiprop.mistypesPhone('0712 34')).toBe('0712 34')
  await look(kiprop.page, 'pay-mistyped')
  await kiprop.paysFrom(phone.typed)
  await look(kiprop.page, 'waiting')

  const prompt = await phone.answers('approve')
  expect(prompt.amount).toBe(1500)
  await kiprop.reads(kiprop.say.paid)
  const onScreen = await kiprop.holdsUpTickets(2)
  await look(kiprop.page, 'tickets-gala')

  await kiprop.opensReceipt('Gala Night Access')
  expect(await kiprop.page.getByText('+2547').innerText()).toContain(phone.typed.slice(-3))
  await look(kiprop.page, 'receipt')

  const { qrs, mails } = await kiprop.mailbox.receivesTickets(2)
  const number = await kiprop.page.locator('dd.code').innerText()
  expect(mails.map(({ text }) => text).join('\n')).toContain(number)
  expect(new Set(onScreen).size).toBe(2)
  expect(new Set(qrs)).toEqual(new Set(onScreen))
  expect(kiprop.faults).toEqual([])
})
