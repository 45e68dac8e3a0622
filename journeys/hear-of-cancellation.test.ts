import { afterAll, expect, inject, test } from 'vitest'
import { anAttendee } from './people/attendee.ts'
import { openBrowser } from './people/browser.ts'
import { anOrganiser } from './people/organiser.ts'
import { waitFor } from './street/wait-for.ts'

const street = inject('demonstration')
const browser = await openBrowser()
afterAll(() => browser.close())

/** Half of the time for which the site caches an event: an earlier change was caused by the webhook. */
const withinSeconds = 30

test('a reader of a cached event page sees a cancellation soon after, because of the webhook', async () => {
  const organiser = await anOrganiser(street)
  const { event } = await organiser.makesEvent('Kisumu Boat Show')
  const { page, faults } = await anAttendee(browser, street, { name: 'reader' })
  const address = `${street.site}/events/${event.slug}`
  await page.goto(address)
  await page.getByText('Kisumu Boat Show').first().waitFor()
  expect(await page.getByText('has been cancelled').count()).toBe(0)

  await organiser.cancels(event.id)

  await waitFor(
    'the page to say that the event is cancelled',
    async () => {
      await page.goto(address)
      return (await page.getByText('has been cancelled').count()) > 0 || undefined
    },
    withinSeconds,
  )
  expect(faults).toEqual([])
})
