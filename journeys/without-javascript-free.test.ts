import { afterAll, expect, inject, test } from 'vitest'
import { anAttendee } from './people/attendee.ts'
import { openBrowser } from './people/browser.ts'

const street = inject('demonstration')
const browser = await openBrowser()
afterAll(() => browser.close())

test('registering free works without JavaScript', async () => {
  const atieno = await anAttendee(browser, street, { name: 'atieno', hasJavaScript: false })
  await atieno.opensSummit()
  await atieno.registers()
  await atieno.choosesFree()
  const onScreen = await atieno.holdsUpTickets(1)

  const { qrs } = await atieno.mailbox.receivesTickets(1)
  expect(qrs).toEqual(onScreen)
  expect(atieno.faults).toEqual([])
})
