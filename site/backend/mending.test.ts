import { expect, test } from 'vitest'
import { type Browser, openBrowser } from './cast/browser.ts'
import { openStreet } from './cast/street.ts'
import { aPayment, aPurchase, galaNight, generalAdmission } from './cast/world.ts'

/** Texts of validators. */
const validatorText = /Too small|Invalid|expected|characters|regex/

async function signedIn(browser: Browser) {
  const typed = { email: 'akinyi@example.com', consent: 'yes' }
  await browser.submit(await browser.open('/register'), 'Continue', typed)
}

test.for([
  ['en', 'Continue', 'Enter an e-mail address like', 'Tick the box', 'Error: Register'],
  ['sw', 'Endelea', 'Andika barua pepe kama', 'Weka alama', 'Hitilafu: Jisajili'],
] as const)(
  "all errors are shown at once, in the reader's language (%s)",
  async ([language, button, ...said]) => {
    const { site, api } = await openStreet()
    const browser = openBrowser(site.url, language)
    const page = await browser.submit(await browser.open('/register'), button, { email: 'jane at home' })
    expect(page.path).toMatch(/^\/register\?refused=/)
    for (const words of said) expect(page.html).toContain(words)
    expect(page.html).toMatch(/role="alert"[^>]*autofocus/)
    expect(page.html).toContain('<a href="#email">')
    expect(page.html).toContain('<a href="#consent">')
    expect(page.html).toContain('value="jane at home"')
    expect(page.text).not.toMatch(validatorText)
    expect(api.world.calls).not.toContain('POST /auth/register')
  },
)

test("no form shows a validator's text", async () => {
  const { site, api } = await openStreet()
  const browser = openBrowser(site.url)
  const signIn = await browser.open('/sign-in')
  const link = await browser.submit(signIn, 'E-mail me a link', { email: '' })
  const password = await browser.submit(signIn, 'Sign in with password', { email: 'x', password: '' })
  await signedIn(browser)
  const open = aPurchase([galaNight()])
  api.world.purchases = [open, aPurchase([generalAdmission()])]
  const phone = await browser.submit(await browser.open(`/pay/${open.id}`), 'Pay KSh 1,500', {
    phoneNumber: ' ',
  })
  const name = await browser.submit(await browser.open('/tickets'), 'Save name', {
    firstName: '',
    lastName: '',
  })
  for (const page of [link, password, phone, name]) {
    expect(page.path).toContain('refused=')
    expect(page.text).not.toMatch(validatorText)
    expect(page.text).toContain('Check what you filled in')
  }
  expect(phone.text).toContain('Enter the M-Pesa number')
  expect(name.text).toContain('Enter your first name')
})

test('an undecided payment has its own page, which does not send the buyer to the phone and says when to try again', async () => {
  const { site, api } = await openStreet()
  const browser = openBrowser(site.url)
  await signedIn(browser)
  const open = aPurchase([galaNight()])
  const retryAt = new Date(Date.now() + 60_000).toISOString()
  const payment = aPayment(open, { resultCode: '26', message: 'M-Pesa is busy.', retryAt })
  api.world.purchases = [open]
  api.world.payments = [payment]
  const waiting = await browser.open(`/pay/${open.id}/waiting`)
  expect(waiting.text).toContain('M-Pesa has not confirmed this payment')
  expect(waiting.text).not.toContain('Open the M-Pesa request on your phone')
  expect(waiting.text).toMatch(/You can try again from \d\d:\d\d EAT/)

  payment.retryAt = new Date(Date.now() - 1000).toISOString()
  const on = await browser.open(`/pay/${open.id}/waiting`)
  expect(on.text).toContain('look for a message from M-Pesa')
  await browser.submit(on, 'No money has left: ask again', { phoneNumber: '0712345678' })
  expect(api.world.payments).toHaveLength(2)
})

test('while M-Pesa is processing, the page sends the buyer to the phone', async () => {
  const { site, api } = await openStreet()
  const browser = openBrowser(site.url)
  await signedIn(browser)
  const open = aPurchase([galaNight()])
  const retryAt = new Date(Date.now() + 60_000).toISOString()
  api.world.purchases = [open]
  api.world.payments = [aPayment(open, { resultCode: '4999', message: 'M-Pesa is at work.', retryAt })]
  const waiting = await browser.open(`/pay/${open.id}/waiting`)
  expect(waiting.text).toContain('Open the M-Pesa request on your phone')
  expect(waiting.text).not.toContain('M-Pesa has not confirmed this payment')
})

test('an unanswered prompt ends the same way, and a second one warns before the PIN is entered', async () => {
  const { site, api } = await openStreet()
  const browser = openBrowser(site.url)
  await signedIn(browser)
  const open = aPurchase([galaNight()])
  api.world.purchases = [open]
  api.world.payments = [aPayment(open, { retryAt: new Date(Date.now() - 1000).toISOString() })]
  expect((await browser.open(`/pay/${open.id}/waiting`)).text).toContain(
    'M-Pesa has not confirmed this payment',
  )
  api.world.payments = [
    aPayment(open, { status: 'expired', nextStep: 'may_have_paid', message: 'We keep asking.' }),
  ]
  expect((await browser.open(`/pay/${open.id}/waiting`)).text).toContain('No money has left: ask again')
  api.world.payments = [aPayment(open, { warning: 'An earlier request may have been paid.' })]
  const second = await browser.open(`/pay/${open.id}/waiting`)
  expect(second.text).toContain('An earlier request may have been paid.')
  expect(second.text.indexOf('An earlier request')).toBeLessThan(second.text.indexOf('Type your M-Pesa PIN'))
})

test('a temporary refusal says when it ends', async () => {
  const retryAt = '2027-01-01T11:32:00.000Z'
  const { site, api } = await openStreet({ facts: { retryAt } })
  const browser = openBrowser(site.url)
  await signedIn(browser)
  const open = aPurchase([galaNight()])
  api.world.purchases = [open]
  api.world.mood = (call) => (call.endsWith('stk-push') ? 'rate_limited' : undefined)
  const page = await browser.submit(await browser.open(`/pay/${open.id}`), 'Pay KSh 1,500', {
    phoneNumber: '0712345678',
  })
  expect(page.text).toContain('You can try again from 14:32 EAT')
})

test.for([
  ['admin', 'API documentation'],
  ['agent', 'Open the gate app'],
] as const)('an %s who signs in is sent to the page for their work', async ([role, words]) => {
  const { site } = await openStreet({ roles: [role] })
  const browser = openBrowser(site.url)
  const typed = { email: 'staff@example.com', password: 'correct horse', intent: 'password' }
  const page = await browser.submit(await browser.open('/sign-in'), 'Sign in with password', typed)
  expect(page.path).toBe('/manage')
  expect(page.text).toContain(words)
})

test('the staff page redirects everyone else to their tickets', async () => {
  const { site } = await openStreet()
  const browser = openBrowser(site.url)
  await signedIn(browser)
  expect((await browser.open('/manage')).path).toBe('/tickets')
})
