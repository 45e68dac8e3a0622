import { expect, test } from 'vitest'
import { pay } from './cast/answers.ts'
import { type Browser, openBrowser, type Page } from './cast/browser.ts'
import { openStreet } from './cast/street.ts'
import { aPayment, aPurchase, galaNight } from './cast/world.ts'

const isoIn = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString()

async function anOrder() {
  const { site, api } = await openStreet()
  const browser: Browser = openBrowser(site.url)
  await browser.submit(await browser.open('/register'), 'Continue', {
    email: 'a@example.com',
    consent: 'yes',
  })
  const open = aPurchase([galaNight()])
  api.world.purchases = [open]
  const shows = (path = ''): Promise<Page> => browser.open(`/pay/${open.id}${path}`)
  return { api, open, shows }
}

test('while a prompt is open, the page offers nothing that would be refused: no other number, no cancelling', async () => {
  const { api, open, shows } = await anOrder()
  const payment = aPayment(open, { retryAt: isoIn(60) })
  api.world.payments = [payment]
  const asked = await shows()
  expect(asked.text).toContain('A payment request is open on +2547•••••678')
  expect(asked.text).toMatch(/From \d\d:\d\d EAT you can use another number or cancel/)
  expect(asked.html).toContain('http-equiv="refresh"')
  expect(asked.text).not.toContain('Cancel this order')
  expect(asked.html).not.toContain('name="phoneNumber"')

  payment.resultCode = '26'
  const busy = await shows()
  expect(busy.text).toContain('M-Pesa has not confirmed this payment')
  expect(busy.text).not.toContain('Enter your M-Pesa PIN there')
  expect(busy.text).not.toContain('Cancel this order')
  expect(busy.html).not.toContain('name="phoneNumber"')

  payment.retryAt = isoIn(-1)
  const later = await shows()
  expect(later.text).toContain('M-Pesa has not confirmed this payment')
  expect(later.text).toContain('First look for a message from M-Pesa')
  expect(later.text).toContain('Cancel this order')
  expect(later.text).toContain('If M-Pesa has taken your money after all')
  expect(later.html).toContain('name="phoneNumber"')

  Object.assign(payment, { status: 'failed', nextStep: 'try_again', resultCode: '1032', retryAt: null })
  const ended = await shows()
  expect(ended.text).toContain('Cancel this order')
  expect(ended.text).not.toContain('M-Pesa has not confirmed')
})

test.for([
  [
    'en',
    'Continue',
    'Register free',
    'Pay KSh',
    'Pay or cancel it here',
    'You already have Gala Night Access',
  ],
  ['sw', 'Endelea', 'Jisajili', 'Lipa KSh', 'Lilipe au ulighairi hapa', 'Tayari una Gala Night Access'],
] as const)('ordering the gala in two tabs: each step shows the present state (%s)', async (told) => {
  const [language, goOn, free, payNow, openOrder, owned] = told
  const { site, api } = await openStreet()
  const browser = openBrowser(site.url, language)
  const first = await browser.submit(await browser.open('/register'), goOn, {
    email: 'a@example.com',
    consent: 'yes',
  })
  await browser.submit(first, free)
  const [tab, other] = [await browser.open('/choose?ticket=GALA'), await browser.open('/choose?ticket=GALA')]
  const payPage = await browser.submit(tab, payNow)
  const second = await browser.submit(other, payNow)
  expect(second.path).toBe(`${payPage.path}?open=1`)
  expect(second.text).toContain(openOrder)

  await browser.submit(payPage, payNow, { phoneNumber: '0712345678' })
  Object.assign(api.world.payments[0] ?? {}, { retryAt: isoIn(60) })
  expect((await browser.submit(other, payNow)).text).not.toContain(openOrder)

  pay(api.world)
  expect((await browser.submit(other, payNow)).text).toContain(owned)
})

test('where nobody knows how a payment ended, what to look for first is said once', async () => {
  const { api, open, shows } = await anOrder()
  const advice = 'Before you try again, look for a message from M-Pesa on your phone.'
  const told = { status: 'expired', nextStep: 'may_have_paid', message: `We keep asking. ${advice}` } as const
  api.world.payments = [aPayment(open, told)]
  const undecided = await shows('/waiting')
  expect(undecided.text).toContain(advice)
  expect(undecided.text.match(/look for a message/g)).toHaveLength(1)

  api.world.payments = [aPayment(open, { retryAt: isoIn(-1), message: 'Enter your M-Pesa PIN.' })]
  const silent = await shows('/waiting')
  expect(silent.text.match(/look for a message/g)).toHaveLength(1)
  expect(silent.text).not.toContain('Enter your M-Pesa PIN.')
})

test.for([
  ['after the payments were read', /^GET \/purchases\/purchase_[0-9a-f]+$/],
  ['before', /^GET \/purchases\/purchase_[0-9a-f]+\/payments$/],
] as const)(
  'money that arrives while the waiting page is rendered leads to the tickets (%s)',
  async ([, when]) => {
    const { api, open, shows } = await anOrder()
    api.world.payments = [aPayment(open)]
    api.world.mood = (call) => {
      if (when.test(call) && open.status === 'pending_payment') pay(api.world)
      return undefined
    }

    const shown = await shows('/waiting')

    expect(shown.path).toBe('/tickets?paid=1')
    expect(shown.text).not.toContain('Not paid yet')
  },
)
