import { randomBytes } from 'node:crypto'
import type { Browser, Locator, Page } from 'playwright-core'
import type { Demonstration } from '../street/demonstration.ts'
import { leaveTraces } from './leave-traces.ts'
import { aMailbox } from './mailbox.ts'
import { readQr } from './qr.ts'
import { watch } from './watch.ts'
import { words } from './words.ts'

interface Habits {
  name?: string
  /** The language that they read. */
  language?: 'en' | 'sw'
  /** The language of their browser, if different. */
  browserLanguage?: 'en' | 'sw'
  hasJavaScript?: boolean
}

/** An attendee with a phone and a mailbox. */
export async function anAttendee(browser: Browser, street: Demonstration, habits: Habits = {}) {
  const { name = 'wanjiru', language = 'en', browserLanguage = language, hasJavaScript = true } = habits
  const address = `${name}.${randomBytes(4).toString('hex')}@example.com`
  const say = words[language]
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    deviceScaleFactor: 2,
    javaScriptEnabled: hasJavaScript,
    locale: browserLanguage === 'sw' ? 'sw-KE' : 'en-KE',
  })
  const page = await context.newPage()
  leaveTraces(page, name)
  const tap = (what: string | RegExp) => page.getByRole('button', { name: what }).click()
  const reads = (title: string | RegExp, seconds = 30) =>
    page.getByRole('heading', { level: 1, name: title }).waitFor({ timeout: seconds * 1000 })

  return {
    page,
    address,
    say,
    mailbox: aMailbox(street.sandbox.mail, address),
    faults: watch(page, street),
    reads,

    async opensSummit() {
      await page.goto(street.site)
      await reads('Eldoret International Business Summit')
    },

    async switchesTo(language: 'Kiswahili' | 'English') {
      await tap(language)
      await page.getByRole('button', { name: language }).waitFor({ state: 'detached' })
    },

    async opensRegistration() {
      await page.getByRole('link', { name: say.registerFree }).first().click()
      await page.getByLabel(say.email).waitFor()
    },

    async registers() {
      await this.opensRegistration()
      await this.givesAddress()
      await page.getByRole('button', { name: say.registerFree }).waitFor()
    },

    async givesAddress() {
      await page.getByLabel(say.email).fill(address)
      await page.getByLabel(say.consent).check()
      await page.getByRole('button', { name: say.goOn, exact: true }).click()
    },

    /** Opens the same page in another tab. */
    async opensTab(): Promise<Page> {
      const tab = await context.newPage()
      await tab.goto(page.url())
      return tab
    },

    async choosesFree() {
      await tap(say.registerFree)
      await reads(say.registered)
    },

    async choosesGala() {
      await tap(say.withGala)
      await page.getByLabel(say.phone).waitFor()
    },

    /** Returns the error for an invalid number; the field keeps what was typed. */
    async mistypesPhone(phoneNumber: string): Promise<string> {
      await page.getByLabel(say.phone).fill(phoneNumber)
      await tap(say.pay)
      await page.getByRole('alert').waitFor()
      return page.getByLabel(say.phone).inputValue()
    },

    /** Continues until the screen refers to the phone. */
    async paysFrom(phoneNumber: string) {
      await page.getByLabel(say.phone).fill(phoneNumber)
      await tap(say.pay)
      await reads(say.lookAtPhone)
    },

    async leavesAndReturns() {
      await page.goto(street.site)
      await page.getByRole('link', { name: 'Finish paying' }).first().click()
      await page.getByRole('link', { name: 'See the payment' }).click()
    },

    async triesAgain() {
      await tap(say.tryAgain)
      await reads(say.lookAtPhone)
    },

    /** Opens a receipt from My tickets. */
    async opensReceipt(ticket: string) {
      await page.getByRole('link', { name: `${ticket} · KSh` }).click()
      await reads('Receipt')
    },

    async givesName(first: string, last: string) {
      await page.getByLabel('First name').fill(first)
      await page.getByLabel('Last name').fill(last)
      await tap('Save name')
      await page.getByText(`${first} ${last}`).first().waitFor()
    },

    async signsOut() {
      await tap(say.signOut)
      await page.getByRole('link', { name: say.signIn, exact: true }).waitFor()
    },

    /** Opens a mailed link; until then, later purchases are mailed some minutes later. */
    async provesMailbox() {
      await this.signsOut()
      await this.asksForLink()
      await this.opensLink(await aMailbox(street.sandbox.mail, address).receivesLink('/sign-in/link/'))
      await this.tapsLinkButton()
    },

    async asksForLink() {
      await page.goto(`${street.site}/sign-in`)
      await page.getByLabel(say.email).first().fill(address)
      await tap('E-mail me a link')
      await reads('Check your e-mail')
    },

    async opensLink(link: string) {
      await page.goto(link)
      await reads('Open my tickets')
    },

    async tapsLinkButton() {
      await tap('Sign me in')
      await reads('My tickets')
    },

    /** The ten characters below the QR, as shown. */
    readsTypedCode: () => page.locator('.typed-code .code').first().innerText(),

    /** A photograph of the QR with the white around it. */
    photographsTicket: () => photograph(page.getByRole('img', { name: say.qr }).first()),

    holdsUpTickets: (count: number) => holdUpTickets(page, say.qr, count),
  }
}

/** The contents of the QR codes on the screen, each read from a photograph. */
async function holdUpTickets(page: Page, name: RegExp, count: number): Promise<string[]> {
  const codes = page.getByRole('img', { name })
  await codes.nth(count - 1).waitFor()
  const shown = await codes.all()
  if (shown.length !== count) throw new Error(`${shown.length} QR codes are on the screen, not ${count}`)
  const texts: string[] = []
  for (const code of shown) texts.push(readQr(await photograph(code)))
  return texts
}

/** An image is visible before it has loaded, so this waits until it is complete. */
async function photograph(code: Locator): Promise<Buffer> {
  await code.evaluate((image: HTMLImageElement) => image.decode())
  return code.screenshot()
}
