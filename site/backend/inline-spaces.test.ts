import { expect, test } from 'vitest'
import { openBrowser } from './cast/browser.ts'
import { openStreet } from './cast/street.ts'
import { aPayment, aPurchase, galaNight, generalAdmission } from './cast/world.ts'

const inline = '(?:a|b|em|span|small|strong|time)'
/** Two words separated only by the start or end of an inline element. */
const glued = new RegExp(
  `[\\p{L}\\p{N}.,!?)](?:</${inline}>)*(?:<${inline}(?: [^>]*)?>|</${inline}>)+[\\p{L}\\p{N}(]`,
  'gu',
)

test('words that run together are detected', () => {
  expect('July 2027</time><small class="x">Begins'.match(glued)).not.toBeNull()
  expect('July 2027</time> <small>Begins'.match(glued)).toBeNull()
})

/** Text browsers ignore styles: only a space in the HTML separates two words. */
test.for(['en', 'sw'])('no words run together without styles (%s)', async (language) => {
  const { site, api } = await openStreet()
  const browser = openBrowser(site.url, language)
  const goOn = language === 'sw' ? 'Endelea' : 'Continue'
  const signedOut = [await browser.open('/'), await browser.open('/register'), await browser.open('/sign-in')]
  const choose = await browser.submit(await browser.open('/register'), goOn, {
    email: 'a@example.com',
    consent: 'yes',
  })
  const open = aPurchase([galaNight()])
  const lost = aPurchase([galaNight()], { status: 'expired' })
  const paid = aPurchase([galaNight()], { status: 'owed_back', paidAmount: 1500 })
  api.world.purchases = [open, aPurchase([generalAdmission()]), lost, paid]
  const pay = await browser.open(`/pay/${open.id}`)
  api.world.payments = [aPayment(open, { retryAt: new Date(Date.now() + 60_000).toISOString() })]
  const pages = [
    ...signedOut,
    choose,
    pay,
    ...(await Promise.all(
      [
        '/',
        `/pay/${open.id}`,
        `/pay/${open.id}/waiting`,
        '/tickets?new=1',
        `/pay/${lost.id}`,
        `/receipts/${paid.id}`,
        '/privacy',
        '/fault',
        '/nowhere',
      ].map((path) => browser.open(path)),
    )),
  ]
  for (const { path, html } of pages) {
    const body = html.slice(html.indexOf('<body')).replaceAll('\u00a0', ' ')
    expect(body.match(glued), path).toBeNull()
  }
})
