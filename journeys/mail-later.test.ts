import { afterAll, expect, inject, test } from 'vitest'
import { anAttendee } from './people/attendee.ts'
import { openBrowser } from './people/browser.ts'
import { setMailServer } from './people/mailbox.ts'

const street = inject('demonstration')
const browser = await openBrowser()
afterAll(async () => {
  await setMailServer(street.sandbox.mail, 'ok')
  await browser.close()
})

test('while the mail server is down, the ticket is shown at once and its mail arrives later', async () => {
  const barasa = await anAttendee(browser, street, { name: 'barasa' })
  await setMailServer(street.sandbox.mail, 'down')
  await barasa.opensSummit()
  await barasa.registers()
  await barasa.choosesFree()
  const onScreen = await barasa.holdsUpTickets(1)
  expect(await barasa.mailbox.list()).toEqual([])

  await setMailServer(street.sandbox.mail, 'ok')
  const { qrs } = await barasa.mailbox.receivesTickets(1)
  expect(qrs).toEqual(onScreen)
})
