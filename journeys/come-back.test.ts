import { afterAll, expect, inject, test } from 'vitest'
import { anAttendee } from './people/attendee.ts'
import { openBrowser } from './people/browser.ts'
import { look } from './people/onlooker.ts'

const street = inject('demonstration')
const browser = await openBrowser()
afterAll(() => browser.close())

test('a registered attendee returns by a mailed link, without a password', async () => {
  const jebet = await anAttendee(browser, street, { name: 'jebet' })
  await jebet.opensSummit()
  await jebet.registers()
  await jebet.choosesFree()
  const onScreen = await jebet.holdsUpTickets(1)
  await jebet.signsOut()

  await jebet.opensRegistration()
  await jebet.page.getByLabel(jebet.say.email).fill(jebet.address)
  await jebet.page.getByLabel(jebet.say.consent).check()
  await jebet.page.getByRole('button', { name: 'Continue', exact: true }).click()
  await jebet.page.getByText('we have sent you a link that shows all your tickets').waitFor()
  await look(jebet.page, 'registered-before')
  const link = await jebet.mailbox.receivesLink('/sign-in/link/')
  // Mail scanners open links too, and must not use them up.
  await fetch(link)
  await jebet.opensLink(link)
  await look(jebet.page, 'link-opened')
  await jebet.tapsLinkButton()
  expect(await jebet.holdsUpTickets(1)).toEqual(onScreen)
  const { qrs } = await jebet.mailbox.receivesTickets(1)
  expect(qrs).toEqual(onScreen)
})

test('the rarely used pages are accessible', async () => {
  const visitor = await anAttendee(browser, street, { name: 'visitor' })
  for (const [path, title] of [
    ['sign-in', 'Sign in'],
    ['privacy', 'Privacy'],
    ['no-such-page', 'Page not found'],
  ] as const) {
    await visitor.page.goto(`${street.site}/${path}`)
    await visitor.reads(title)
    await look(visitor.page, path)
  }
})
