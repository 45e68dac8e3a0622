import { expect, test } from 'vitest'
import { openBrowser } from './cast/browser.ts'
import { openStreet } from './cast/street.ts'
import { aPayment, aPurchase, galaNight } from './cast/world.ts'

test.for([
  [
    'en',
    'Continue',
    ['Part of it is paid', 'Pay KSh 500'],
    ['Already paid KSh 1,000', 'KSh 500 is still missing'],
  ],
  [
    'sw',
    'Endelea',
    ['Sehemu imelipwa', 'Lipa KSh 500'],
    ['Kilicholipwa tayari KSh 1,000', 'zinahitajika KSh 500'],
  ],
] as const)(
  'a partly paid order shows and requests only the rest (%s)',
  async ([language, goOn, [title, again], [already, missing]]) => {
    const { site, api } = await openStreet()
    const browser = openBrowser(site.url, language)
    const typed = { email: 'akinyi@example.com', consent: 'yes' }
    await browser.submit(await browser.open('/register?next=/tickets'), goOn, typed)
    const order = aPurchase([galaNight()], { paidAmount: 1000 })
    api.world.purchases = [order]
    const now = new Date().toISOString()
    const partly = { status: 'completed', nextStep: 'try_again', paidAmount: 1000, paidAt: now } as const
    api.world.payments = [aPayment(order, partly)]
    // The button requests the rest; the whole price would be refused.
    const asksForTheRest = /name="amount" value="500"/

    const waiting = await browser.open(`/pay/${order.id}/waiting`)
    expect(waiting.text).toContain(title)
    expect(waiting.text).toContain(again)
    expect(waiting.html).toMatch(asksForTheRest)

    const pay = await browser.open(`/pay/${order.id}`)
    expect(pay.text).toContain(already)
    expect(pay.html).toMatch(asksForTheRest)
    expect(pay.html).not.toContain('name="amount" value="1500"')

    expect((await browser.open('/tickets')).text).toMatch(/(Pay now|Lipa sasa) · KSh 500/)
    expect((await browser.open(`/receipts/${order.id}`)).text).toContain(missing)
  },
)
