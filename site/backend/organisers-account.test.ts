import { expect, test } from 'vitest'
import { openBrowser } from './cast/browser.ts'
import { openStreet } from './cast/street.ts'
import { aPayment, aPurchase, galaNight } from './cast/world.ts'

test('an order that only the organiser can help with can still be paid later, or cancelled', async () => {
  const { site, api } = await openStreet()
  const browser = openBrowser(site.url)
  const typed = { email: 'akinyi@example.com', consent: 'yes' }
  await browser.submit(await browser.open('/register?next=/tickets'), 'Continue', typed)
  const order = aPurchase([galaNight()])
  api.world.purchases = [order]
  api.world.payments = [
    aPayment(order, { status: 'failed', resultCode: '8', nextStep: 'contact_organiser', retryAt: null }),
  ]

  const waiting = await browser.open(`/pay/${order.id}/waiting`)

  expect(waiting.text).toContain('Please write to the organiser')
  expect(waiting.html).toContain(`<a href="/pay/${order.id}">Use another number, or cancel</a>`)
  expect((await browser.open(`/pay/${order.id}`)).text).toContain('Cancel this order')
})
