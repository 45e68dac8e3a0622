import { type RefusalCode, refusals } from '@event-sphere/contract/refusals'
import { expect, test } from 'vitest'
import { type Browser, openBrowser, type Page } from './cast/browser.ts'
import { openStreet } from './cast/street.ts'
import { aPurchase, galaNight, generalAdmission } from './cast/world.ts'

type Language = 'en' | 'sw'

/** Texts of the API and its validators, which are not for people. */
const notOurs = /Refused: |The reason is |Too small|expected string/
const validatorSays = (fields: string[]) => ({
  errors: fields.map((field) => ({ pointer: `/${field}`, message: 'Too small: expected string' })),
})
const buttons = {
  en: { goOn: 'Continue', pay: 'Pay KSh', name: 'Save', link: 'E-mail me', password: 'Sign in with' },
  sw: { goOn: 'Endelea', pay: 'Lipa KSh', name: 'Hifadhi', link: 'Nitumie', password: 'Ingia kwa' },
} as const
const fieldWords = {
  email: { en: 'Enter an e-mail address', sw: 'Andika barua pepe' },
  password: { en: 'Enter your password', sw: 'Andika nenosiri' },
  phoneNumber: { en: 'Enter the M-Pesa number', sw: 'Andika namba ya M-Pesa' },
  firstName: { en: 'Enter your first name', sw: 'Andika jina lako la kwanza' },
  lastName: { en: 'Enter your last name', sw: 'Andika jina lako la ukoo' },
} as const

async function signedIn(browser: Browser, language: Language): Promise<Page> {
  const typed = { email: 'akinyi@example.com', consent: 'yes' }
  return browser.submit(await browser.open('/register'), buttons[language].goOn, typed)
}

async function anOrder(language: Language) {
  const { site, api } = await openStreet({ facts: validatorSays(['amount']), refusesAnything: true })
  const browser = openBrowser(site.url, language)
  await signedIn(browser, language)
  const open = aPurchase([galaNight()])
  api.world.purchases = [open]

  /** The pages shown if the API refuses the prompt, and if it refuses the page itself. */
  return async (code: RefusalCode): Promise<string[]> => {
    const pay = await browser.open(`/pay/${open.id}`)
    api.world.mood = (call) => (call.endsWith('stk-push') ? code : undefined)
    const form = await browser.submit(pay, buttons[language].pay, { phoneNumber: '0712345678' })
    api.world.mood = (call) => (call === `GET /purchases/${open.id}` ? code : undefined)
    const page = await browser.open(`/pay/${open.id}`)
    api.world.mood = () => undefined
    for (const seen of [form, page]) expect(seen.text, code).not.toMatch(notOurs)
    expect(page.status, code).toBe(refusals[code])
    return [
      form.html.match(/role="alert"[\s\S]*?notice-title">([^<]+)<\/p>(?:<[^>]+>)+([^<]+)/),
      page.html.match(/<h1>([^<]+)<\/h1><p class="lead">([^<]+)/),
    ].map((words) => words?.slice(1).join(' ') ?? '')
  }
}

test("every refusal is shown in the site's words and the reader's language", async () => {
  const [inEnglish, inSwahili] = [await anOrder('en'), await anOrder('sw')]
  const codes = Object.keys(refusals) as RefusalCode[]
  // If the session has ended, the person is sent to sign in, without any text of the API.
  for (const code of codes.filter((one) => refusals[one] !== 401)) {
    const english = await inEnglish(code)
    const swahili = await inSwahili(code)
    english.forEach((words, at) => {
      expect(words, code).not.toBe('')
      expect(swahili[at], code).not.toBe('')
      expect(swahili[at], code).not.toBe(words)
    })
  }
})

type Send = (browser: Browser, language: Language) => Promise<Page>
const link: Send = async (browser, language) =>
  browser.submit(await browser.open('/sign-in'), buttons[language].link, { email: 'a@example.com' })
const password: Send = async (browser, language) =>
  browser.submit(await browser.open('/sign-in'), buttons[language].password, {
    email: 'a@example.com',
    password: 'correct horse',
  })
const signedOutForms: [keyof typeof fieldWords, call: string, Send][] = [
  ['email', 'POST /auth/register', signedIn],
  ['email', 'POST /auth/email-link', link],
  ['email', 'POST /auth/login', password],
  ['password', 'POST /auth/login', password],
]

test.for(['en', 'sw'] as const)(
  "a field that the API names is shown in the site's words too (%s)",
  async (language) => {
    const { site, api } = await openStreet()
    for (const [field, call, send] of signedOutForms) {
      api.world.facts = validatorSays([field])
      api.world.mood = (heard) => (heard === call ? 'invalid_request' : undefined)
      const page = await send(openBrowser(site.url, language), language)
      expect(page.text, call).toContain(fieldWords[field][language])
      expect(page.text, call).not.toMatch(notOurs)
    }
    api.world.mood = () => undefined
    const browser = openBrowser(site.url, language)
    await signedIn(browser, language)
    const open = aPurchase([galaNight()])
    api.world.purchases = [open, aPurchase([generalAdmission()])]
    api.world.facts = validatorSays(['phoneNumber', 'firstName', 'lastName'])
    api.world.mood = (call) =>
      call.endsWith('stk-push') || call === 'PATCH /auth/me' ? 'invalid_request' : undefined
    const typed = { phoneNumber: '0712345678', firstName: 'A', lastName: 'B' }
    const phone = await browser.submit(await browser.open(`/pay/${open.id}`), buttons[language].pay, typed)
    const name = await browser.submit(await browser.open('/tickets'), buttons[language].name, typed)
    expect(phone.text).toContain(fieldWords.phoneNumber[language])
    expect(name.text).toContain(fieldWords.firstName[language])
    expect(name.text).toContain(fieldWords.lastName[language])
    for (const page of [phone, name]) expect(page.text).not.toMatch(notOurs)
  },
)
