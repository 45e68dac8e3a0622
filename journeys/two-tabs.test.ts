import { afterAll, expect, inject, test } from 'vitest'
import { anAttendee } from './people/attendee.ts'
import { openBrowser } from './people/browser.ts'
import { look } from './people/onlooker.ts'
import { aPhone } from './people/phone.ts'

const street = inject('demonstration')
const browser = await openBrowser()
afterAll(() => browser.close())

test('two tabs cannot pay twice for one gala without being told', async () => {
  const koech = await anAttendee(browser, street, { name: 'koech' })
  const phone = aPhone(street.sandbox.mpesa)
  await koech.opensSummit()
  await koech.registers()
  const second = await koech.opensTab()
  const third = await koech.opensTab()
  await koech.choosesGala()

  await second.getByRole('button', { name: koech.say.withGala }).click()
  await second.getByText('You already have an order waiting').waitFor()
  expect(pathOf(second.url())).toBe(pathOf(koech.page.url()))

  await koech.paysFrom(phone.typed)
  await phone.answers('approve')
  await koech.reads(koech.say.paid)
  await third.getByRole('button', { name: koech.say.withGala }).click()
  await third.getByText('You already have Gala Night Access').waitFor()
  await look(third, 'already-have')
  await koech.mailbox.receivesTickets(1)
  expect(await koech.holdsUpTickets(2)).toHaveLength(2)
})

const pathOf = (url: string) => new URL(url).pathname
