import { randomBytes } from 'node:crypto'
import { afterAll, expect, inject, test } from 'vitest'
import { anAttendee } from './people/attendee.ts'
import { openBrowser } from './people/browser.ts'
import { aGateAgent } from './people/gate-agent.ts'
import { look } from './people/onlooker.ts'
import { anOrganiser } from './people/organiser.ts'

const street = inject('demonstration')
const browser = await openBrowser()
afterAll(() => browser.close())

test("a second event's page sells its own tickets to a signed-out visitor", async () => {
  const organiser = await anOrganiser(street)
  const { event } = await organiser.makesEvent('Nakuru Tech Day')
  const makena = await anAttendee(browser, street, { name: 'makena' })
  await makena.page.goto(`${street.site}/events/${event.slug}`)
  await makena.reads('Nakuru Tech Day')
  await makena.page.getByRole('link', { name: 'Get this ticket' }).click()
  await makena.page.getByText('then Day Pass').waitFor()
  await makena.givesAddress()
  await makena.page.getByRole('heading', { level: 2, name: 'Day Pass' }).waitFor()
  await look(makena.page, 'second-event-choose')
  expect(await makena.page.getByText('Gala Night Access').count()).toBe(0)
  await makena.page.getByRole('button', { name: /payment|Pay/ }).click()
  await makena.page.getByRole('button', { name: 'Pay KSh 500' }).waitFor()
  expect(makena.faults).toEqual([])
})

test('an event that is sold out or over has no address form', async () => {
  const organiser = await anOrganiser(street)
  const soldOut = await organiser.makesEvent('Small Breakfast', { price: 0, quantity: 1 })
  await organiser.givesAway(soldOut.event.id, soldOut.ticketType.id)
  const over = await organiser.makesEvent('Last Year', { inDays: -365 })
  const visitor = await anAttendee(browser, street, { name: 'late' })
  for (const [{ event }, words] of [
    [soldOut, 'Sold out'],
    [over, 'This event is over'],
  ] as const) {
    await visitor.page.goto(`${street.site}/events/${event.slug}`)
    await visitor.page.getByText(words).first().waitFor()
    await visitor.page.goto(
      `${street.site}/register?next=${encodeURIComponent(`/choose?event=${event.slug}`)}`,
    )
    await visitor.reads(words)
    expect(await visitor.page.getByLabel(visitor.say.email).count()).toBe(0)
  }
})

test('an agent of several events can change the entrance without choosing the event again', async () => {
  const organiser = await anOrganiser(street)
  const mark = randomBytes(2).toString('hex')
  await organiser.makesEvent(`Morning Market ${mark}`, { inDays: 0 })
  await organiser.makesEvent(`Evening Market ${mark}`, { inDays: 0 })
  const { page, faults, opensGate } = await aGateAgent(browser, street, {
    entrance: 'Main Entrance',
    hasCamera: false,
  })
  await opensGate()
  await page.getByLabel('E-mail').fill(street.agent.email)
  await page.getByLabel('Password', { exact: true }).fill(street.agent.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: `Evening Market ${mark}` }).click()
  await page.getByRole('button', { name: 'Main Entrance' }).click()
  await page.getByLabel('Type or scan a code').waitFor()

  await page.getByRole('button', { name: 'Change entrance' }).click()

  await page.getByRole('heading', { name: 'Which entrance?' }).waitFor()
  expect(await page.getByText(`Evening Market ${mark}`).count()).toBeGreaterThan(0)
  await page.getByRole('button', { name: 'Another event' }).click()
  await page.getByRole('heading', { name: 'Which event?' }).waitFor()
  expect(faults).toEqual([])
})
