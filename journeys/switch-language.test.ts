import { afterAll, expect, inject, test } from 'vitest'
import { anAttendee } from './people/attendee.ts'
import { openBrowser } from './people/browser.ts'
import { look } from './people/onlooker.ts'

const street = inject('demonstration')
const browser = await openBrowser()
afterAll(() => browser.close())

test('a visitor who switches to Swahili gets Swahili from then on, in mails too', async () => {
  const nafula = await anAttendee(browser, street, {
    name: 'nafula',
    language: 'sw',
    browserLanguage: 'en',
  })
  const language = () => nafula.page.locator('html').getAttribute('lang')
  await nafula.opensSummit()
  expect(await language()).toBe('en')
  await nafula.switchesTo('Kiswahili')
  expect(await language()).toBe('sw')
  await look(nafula.page, 'summit-swahili')
  await nafula.registers()
  expect(await language()).toBe('sw')
  await nafula.choosesFree()
  expect(await language()).toBe('sw')
  const onScreen = await nafula.holdsUpTickets(1)
  await look(nafula.page, 'tickets-swahili')

  const { qrs, mails } = await nafula.mailbox.receivesTickets(1)
  expect(qrs).toEqual(onScreen)
  expect(mails[0]?.subject).toContain('tiketi yako')
  expect(mails[0]?.text).toContain('Bila malipo')
  expect(nafula.faults).toEqual([])
})
