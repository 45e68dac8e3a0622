import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, inject, test } from 'vitest'
import { anAttendee } from './people/attendee.ts'
import { openBrowser } from './people/browser.ts'
import { aPhone } from './people/phone.ts'
import { waitFor } from './street/wait-for.ts'

const street = inject('demonstration')
const browser = await openBrowser()
afterAll(() => browser.close())

/** The callback may arrive during the outage; then a query to Safaricom has to find the payment. */
const patienceSeconds = 90

test('if the Ticketing API is killed during a payment, it restarts and the ticket is issued', async () => {
  const cherono = await anAttendee(browser, street, { name: 'cherono' })
  const phone = aPhone(street.sandbox.mpesa)
  await cherono.opensSummit()
  await cherono.registers()
  await cherono.choosesGala()
  await cherono.paysFrom(phone.typed)
  await phone.showsPrompt()

  const killed = await waitFor('the process of the Ticketing API', () => findApiProcess())
  process.kill(killed, 'SIGKILL')
  await phone.answers('approve')
  await waitFor('the Ticketing API to be restarted', () => findApiProcess(killed))

  await cherono.reads(cherono.say.paid, patienceSeconds)
  const onScreen = await cherono.holdsUpTickets(2)
  const { qrs } = await cherono.mailbox.receivesTickets(1)
  expect(onScreen).toEqual(expect.arrayContaining(qrs))
})

type Boxes = Partial<Record<string, { pid: number }>>

/** The process id; undefined while it is the killed one or none. */
function findApiProcess(killed?: number): number | undefined {
  const file = join(inject('streetFolder'), 'street.json')
  const { boxes } = JSON.parse(readFileSync(file, 'utf8')) as { boxes: Boxes }
  const pid = boxes['ticketing-api']?.pid
  return pid === killed ? undefined : pid
}
