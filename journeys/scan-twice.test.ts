import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { WireReply } from '@event-sphere/contract/endpoint'
import type { getPublicEvent } from '@event-sphere/contract/events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAttendee } from './people/attendee.ts'
import { buyGalaFor } from './people/box-office.ts'
import { openBrowser } from './people/browser.ts'
import { filmTicket } from './people/camera-film.ts'
import { aGateAgent } from './people/gate-agent.ts'
import { look } from './people/onlooker.ts'
import type { Demonstration } from './street/demonstration.ts'
import { breakGround, type Ground, type Street, startStreet } from './street/start-street.ts'

const film = join(tmpdir(), `event-sphere-ticket-${process.pid}.y4m`)
let ground: Ground
let street: Street | undefined
let guest: Awaited<ReturnType<typeof buyGalaFor>> | undefined
let free = ''

beforeAll(async () => {
  ground = await breakGround()
  street = await startStreet(ground, `${new Date().getFullYear() + 1}-06-01T09:00`)
})
afterAll(async () => {
  rmSync(film, { force: true })
  await street?.stop().finally(ground.clear)
})

// A separate street, in June: it is stopped and started again on the summit's first morning, with all its data.
test('a ticket is admitted once a day, and the second scan shows when and where the first was', async () => {
  const before = street?.demonstration
  if (!before) throw new Error('the street is not running')
  const { typedCode, picture } = await getTicket(before)
  guest = await buyGalaFor(before, { firstName: 'Cherono', lastName: 'Kosgei' })
  free = typedCode
  const morning = await firstMorning(before)
  await street?.stop()
  street = await startStreet(ground, `${morning}T08:00`)
  filmTicket(film, picture)

  await scanByCamera(street.demonstration)
  await typeAgain(street.demonstration, typedCode)
})

// The same street, on the evening of the gala.
test('the gala admits holders of its ticket, with one tap if they show their other ticket', async () => {
  if (!street || !guest) throw new Error('nobody has a ticket')
  const [, galaDay] = await daysOf(street.demonstration)
  await street.stop()
  street = await startStreet(ground, `${galaDay}T18:00`)
  const browser = await openBrowser()
  const tanui = await aGateAgent(browser, street.demonstration, { entrance: 'Gala Night', hasCamera: false })
  await tanui.opensGate()
  await tanui.signsIn()
  await look(tanui.page, 'gate-which-entrance')
  await tanui.takesPost()
  await tanui.page.getByText('Lets in: Gala Night Access').waitFor()
  await tanui.page.reload()
  await tanui.page.getByRole('heading', { name: 'Gala Night' }).waitFor()

  await tanui.types(free)
  expect(await tanui.isTold(/^Do not let in/)).toMatch(/Wrong ticket for this entrance/)
  await look(tanui.page, 'gate-wrong-ticket')
  await tanui.nextPerson()

  await tanui.types(guest.general.typed)
  expect(await tanui.isTold(/^Talk to them/)).toMatch(/Wrong ticket for this entrance/)
  await look(tanui.page, 'gate-admit-with')
  await tanui.admitsWith('Gala Night Access')
  expect(await tanui.isTold(/^Let in/)).toMatch(/Cherono Kosgei\s+Gala Night Access/)

  await tanui.types(guest.gala.printed)
  expect(await tanui.isTold(/^Talk to them Already inside/)).toMatch(/18:0\d · Gala Night/)
  expect(tanui.faults).toEqual([])
  await browser.close()
})

async function getTicket(demonstration: Demonstration) {
  const browser = await openBrowser()
  const jepkosgei = await anAttendee(browser, demonstration, { name: 'jepkosgei' })
  await jepkosgei.opensSummit()
  await jepkosgei.registers()
  await jepkosgei.choosesFree()
  await jepkosgei.givesName('Jepkosgei', 'Ruto')
  const { qrs } = await jepkosgei.mailbox.receivesTickets(1)
  expect(await jepkosgei.holdsUpTickets(1)).toEqual(qrs)
  const ticket = { typedCode: await jepkosgei.readsTypedCode(), picture: await jepkosgei.photographsTicket() }
  await browser.close()
  return ticket
}

async function firstMorning(demonstration: Demonstration): Promise<string> {
  const [day] = await daysOf(demonstration)
  if (!day) throw new Error('the summit has no day')
  return day
}

async function daysOf({ ticketing, eventId }: Demonstration): Promise<readonly string[]> {
  const answer = await fetch(`${ticketing}/api/events/public/${eventId}`)
  const event = (await answer.json()) as WireReply<typeof getPublicEvent>
  return event.days
}

async function scanByCamera(demonstration: Demonstration): Promise<void> {
  const browser = await openBrowser({ film })
  const rotich = await aGateAgent(browser, demonstration, { entrance: 'Main Entrance', hasCamera: true })
  await rotich.opensGate()
  await look(rotich.page, 'gate-sign-in')
  await rotich.signsIn()
  await look(rotich.page, 'gate-entrances')
  await rotich.takesPost()
  const told = await rotich.isTold(/^Let in/)
  expect(told).toContain('Jepkosgei Ruto')
  expect(told).toContain('General Admission')
  await browser.close()
}

async function typeAgain(demonstration: Demonstration, typedCode: string): Promise<void> {
  const browser = await openBrowser()
  const akinyi = await aGateAgent(browser, demonstration, { entrance: 'Main Entrance', hasCamera: false })
  await akinyi.opensGate()
  await akinyi.signsIn()
  await akinyi.takesPost()
  await akinyi.page.getByRole('heading', { name: 'No camera here' }).waitFor()
  await look(akinyi.page, 'gate-without-camera')
  await akinyi.types(typedCode)
  const told = await akinyi.isTold(/^Talk to them Already inside/)
  expect(told).toMatch(/08:0\d · Main Entrance/)
  await look(akinyi.page, 'gate-already-inside')
  await akinyi.nextPerson()
  expect(akinyi.faults).toEqual([])

  await akinyi.types('0000000000')
  await akinyi.isTold(/^Do not let in Unknown code/)
  await look(akinyi.page, 'gate-unknown-code')
  await browser.close()
}
