import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { WireReply } from '@event-sphere/contract/endpoint'
import type { getPublicEvent } from '@event-sphere/contract/events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAttendee } from './people/attendee.ts'
import { openBrowser } from './people/browser.ts'
import { filmTicket } from './people/camera-film.ts'
import { aGateAgent } from './people/gate-agent.ts'
import { look } from './people/onlooker.ts'
import type { Demonstration } from './street/demonstration.ts'
import { breakGround, type Ground, type Street, startStreet } from './street/start-street.ts'

const film = join(tmpdir(), `event-sphere-ticket-${process.pid}.y4m`)
let ground: Ground
let street: Street | undefined

beforeAll(async () => {
  ground = await breakGround()
  street = await startStreet(ground, `${new Date().getFullYear() + 1}-06-01T09:00`)
})
afterAll(async () => {
  rmSync(film, { force: true })
  await street?.stop().finally(ground.clear)
})

// A street of its own, in June: it is stopped and stands again on that summit's first morning, with all its data.
test('a ticket opens the door once a day, and the second time tells when and where the first was', async () => {
  const before = street?.demonstration
  if (!before) throw new Error('the street does not stand')
  const { typedCode, picture } = await getTicket(before)
  const morning = await firstMorning(before)
  await street?.stop()
  street = await startStreet(ground, `${morning}T08:00`)
  filmTicket(film, picture)

  await scanByCamera(street.demonstration)
  await typeAgain(street.demonstration, typedCode)
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

async function firstMorning({ ticketing, eventId }: Demonstration): Promise<string> {
  const answer = await fetch(`${ticketing}/api/events/public/${eventId}`)
  const event = (await answer.json()) as WireReply<typeof getPublicEvent>
  const [day] = event.days
  if (!day) throw new Error('the summit has no day')
  return day
}

async function scanByCamera(demonstration: Demonstration): Promise<void> {
  const browser = await openBrowser({ film })
  const rotich = await aGateAgent(browser, demonstration, { place: 'Main Entrance', hasCamera: true })
  await rotich.opensGate()
  await look(rotich.page, 'gate-sign-in')
  await rotich.signsIn()
  await look(rotich.page, 'gate-place')
  await rotich.takesPost()
  const told = await rotich.isTold('Admitted')
  expect(told).toContain('Jepkosgei Ruto')
  expect(told).toContain('General Admission')
  await browser.close()
}

async function typeAgain(demonstration: Demonstration, typedCode: string): Promise<void> {
  const browser = await openBrowser()
  const akinyi = await aGateAgent(browser, demonstration, { place: 'South Gate', hasCamera: false })
  await akinyi.opensGate()
  await akinyi.signsIn()
  await akinyi.takesPost()
  await akinyi.page.getByRole('heading', { name: 'No camera here' }).waitFor()
  await look(akinyi.page, 'gate-without-camera')
  await akinyi.types(typedCode)
  const told = await akinyi.isTold('Already inside')
  expect(told).toMatch(/08:0\d · Main Entrance/)
  await look(akinyi.page, 'gate-already-inside')
  await akinyi.nextPerson()
  expect(akinyi.faults).toEqual([])

  await akinyi.types('0000000000')
  await akinyi.isTold('Unknown code')
  await look(akinyi.page, 'gate-unknown-code')
  await browser.close()
}
