import { expect, test } from 'vitest'
import { openBrowser } from './cast/browser.ts'
import { openStreet } from './cast/street.ts'
import { aPayment, aPurchase, galaNight } from './cast/world.ts'

test.for([
  ['en', 'Continue', 'First look for a message from M-Pesa', 'No money has left: ask again', 'Try again'],
  ['sw', 'Endelea', 'Kwanza tafuta ujumbe wa M-Pesa', 'Pesa hazijatoka: omba tena', 'Jaribu tena'],
] as const)(
  'after a failure, the page still warns of an earlier request with an unknown outcome (%s)',
  async ([language, goOn, look, again, plain]) => {
    const { site, api } = await openStreet()
    const browser = openBrowser(site.url, language)
    const typed = { email: 'akinyi@example.com', consent: 'yes' }
    await browser.submit(await browser.open('/register?next=/tickets'), goOn, typed)
    const order = aPurchase([galaNight()])
    api.world.purchases = [order]
    const failed = aPayment(order, {
      status: 'failed',
      resultCode: '17',
      nextStep: 'try_again',
      retryAt: null,
    })
    const unknown = aPayment(order, { status: 'expired', nextStep: 'may_have_paid', retryAt: null })
    api.world.payments = [failed, unknown]

    for (const path of [`/pay/${order.id}/waiting`, `/pay/${order.id}`]) {
      const page = await browser.open(path)
      expect(page.text, path).toContain(look)
      expect(page.text, path).toContain(again)
    }

    api.world.payments = [failed]
    const page = await browser.open(`/pay/${order.id}/waiting`)
    expect(page.text).not.toContain(look)
    expect(page.text).toContain(plain)
  },
)
