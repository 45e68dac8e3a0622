import { expect, test } from 'vitest'
import { type Browser, openBrowser } from './cast/browser.ts'
import { openStreet } from './cast/street.ts'
import { aPayment, aPurchase, galaNight, generalAdmission } from './cast/world.ts'

async function signedIn(browser: Browser) {
  const typed = { email: 'akinyi@example.com', consent: 'yes' }
  return browser.submit(await browser.open('/register'), 'Continue', typed)
}

test('every form is answered with a redirect, whatever its outcome, so a reload sends nothing again', async () => {
  const { site, api } = await openStreet()
  const browser = openBrowser(site.url)
  const signIn = await browser.open('/sign-in')
  await browser.submit(signIn, 'E-mail me a link', { email: 'x' })
  await browser.submit(signIn, 'E-mail me a link', { email: 'a@example.com' })
  await browser.submit(signIn, 'Sign in with password', { email: 'a@example.com', password: 'wrong' })
  await browser.submit(await browser.open('/register'), 'Continue', { email: 'x' })
  api.world.mood = (call) => (call.includes('redeem') ? 'link_used' : undefined)
  await browser.submit(await browser.open('/sign-in/link/0123456789abcdefghijklmnop'), 'Sign me in')

  const choose = await signedIn(browser)
  for (const mood of ['sold_out', 'silent'] as const) {
    api.world.mood = (call) => (call === 'POST /purchases' ? mood : undefined)
    await browser.submit(choose, 'Register free')
  }
  api.world.mood = (call) => (call.includes('my-purchases') ? 'silent' : undefined)
  await browser.submit(choose, 'Register free')

  const open = aPurchase([galaNight()])
  api.world.purchases = [open, aPurchase([generalAdmission()])]
  api.world.payments = [aPayment(open, { status: 'failed', nextStep: 'try_again', message: 'No.' })]
  api.world.mood = (call) => (call.endsWith('cancel') ? 'payment_in_progress' : undefined)
  const pay = await browser.open(`/pay/${open.id}`)
  await browser.submit(pay, 'Pay KSh 1,500', { phoneNumber: 'hello' })
  await browser.submit(pay, 'Cancel this order')
  await browser.submit(await browser.open(`/pay/${open.id}/waiting`), 'Try again', { phoneNumber: '' })
  await browser.submit(await browser.open('/tickets'), 'Save name', { firstName: '', lastName: '' })
  await browser.post('/nowhere', {}, { origin: site.url })
  await browser.post('/tickets', { formToken: 'old' }, { origin: site.url })

  expect(browser.answers).toHaveLength(15)
  expect(new Set(browser.answers)).toEqual(new Set([303]))
})

test('a page that says why a form was refused shows it again when reloaded, without calling the API', async () => {
  const { site, api } = await openStreet()
  const browser = openBrowser(site.url)
  await signedIn(browser)
  const open = aPurchase([galaNight()])
  api.world.purchases = [open]
  const page = await browser.submit(await browser.open(`/pay/${open.id}`), 'Pay KSh 1,500', {
    phoneNumber: 'hello',
  })
  const asked = api.world.calls.filter((call) => call.endsWith('stk-push')).length

  const again = await browser.open(page.path)

  expect(again.text).toContain('That is not a Kenyan mobile number')
  expect(again.html).toContain('value="hello"')
  expect(again.html).toContain('<title>Error: ')
  expect(api.world.calls.filter((call) => call.endsWith('stk-push'))).toHaveLength(asked)
  expect((await browser.open(`/pay/${open.id}`)).text).not.toContain('That is not a Kenyan')
})

test("a page's message can be read only by the browser and person that it was meant for", async () => {
  const { site } = await openStreet()
  const [browser, stranger] = [openBrowser(site.url), openBrowser(site.url)]
  const page = await browser.submit(await browser.open('/register'), 'Continue', { email: 'jane at home' })
  expect(page.text).toContain('Check what you filled in')
  await stranger.open('/register')
  for (const path of [page.path, `${page.path}x`, '/register?refused=nonsense']) {
    const seen = await stranger.open(path)
    expect(seen.status).toBe(200)
    expect(seen.html).not.toContain('jane at home')
    expect(seen.text).not.toContain('Check what you filled in')
  }
  await signedIn(browser)
  const choose = await browser.open(page.path.replace('/register', '/choose'))
  expect(choose.text).not.toContain('Check what you filled in')
})

test('a sent link is confirmed on a separate page, so a reload sends no second mail', async () => {
  const { site, api } = await openStreet()
  const browser = openBrowser(site.url)
  const sent = await browser.submit(await browser.open('/sign-in'), 'E-mail me a link', {
    email: 'akinyi@example.com',
  })
  expect(sent.text).toContain('If akinyi@example.com is registered')
  expect((await browser.open(sent.path)).text).toContain('If akinyi@example.com is registered')
  expect(api.world.calls.filter((call) => call === 'POST /auth/email-link')).toHaveLength(1)
})

test('the error page leads back to the form instead of resending it', async () => {
  const { site, api } = await openStreet()
  const browser = openBrowser(site.url)
  const choose = await signedIn(browser)
  api.world.mood = (call) => (call.includes('my-purchases') ? 'silent' : undefined)
  const fault = await browser.submit(choose, 'Register free')
  expect(fault.status).toBe(503)
  expect(fault.text).toContain('The ticket office is not responding')
  expect(fault.html).toContain('href="/choose"')
  const expired = await browser.post('/tickets?new=1', { formToken: 'old' }, { origin: site.url })
  expect(expired.status).toBe(403)
  expect(expired.text).toContain('This form has expired')
  expect(expired.html).toContain('href="/tickets?new=1"')
  const evil = await browser.open('/fault?from=//evil.example')
  expect(evil.html).not.toContain('href="//evil')
})
