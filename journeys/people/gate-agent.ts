import type { Browser } from 'playwright-core'
import type { Demonstration } from '../street/demonstration.ts'
import { leaveTraces } from './leave-traces.ts'
import { watch } from './watch.ts'

type Post = { entrance: string; hasCamera: boolean }

/** A gate agent with a phone. */
export async function aGateAgent(
  browser: Browser,
  demonstration: Demonstration,
  { entrance, hasCamera }: Post,
) {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    // The gate shows the event's time, whatever the device's zone.
    timezoneId: 'America/New_York',
    permissions: hasCamera ? ['camera'] : [],
  })
  const page = await context.newPage()
  leaveTraces(page, `agent at ${entrance}`)
  return {
    page,
    faults: watch(page, demonstration),

    async opensGate() {
      await page.goto(demonstration.gate)
      await page.getByRole('heading', { name: 'Sign in to check people in' }).waitFor()
    },

    async signsIn() {
      await page.getByLabel('E-mail').fill(demonstration.agent.email)
      await page.getByLabel('Password', { exact: true }).fill(demonstration.agent.password)
      await page.getByRole('button', { name: 'Sign in' }).click()
      await page.getByRole('heading', { name: 'Which entrance?' }).waitFor()
    },

    async takesPost() {
      await page.getByRole('button', { name: entrance }).click()
      await page.getByLabel('Type or scan a code').waitFor()
    },

    async types(code: string) {
      await page.getByLabel('Type or scan a code').fill(code)
      await page.getByRole('button', { name: 'Check' }).click()
    },

    /** The text of the verdict on the screen; a green one closes by itself, so it is read at once. */
    isTold: (word: string | RegExp): Promise<string> => page.getByRole('region', { name: word }).innerText(),

    admitsWith: (ticket: string) => page.getByRole('button', { name: `Admit with ${ticket}` }).click(),

    nextPerson: () => page.getByRole('button', { name: 'Next person' }).click(),
  }
}
