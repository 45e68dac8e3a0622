import type { RefusalCode } from '@event-sphere/contract/refusals'
import { expect, test } from 'vitest'
import { type Browser, openBrowser, type Page } from './cast/browser.ts'
import { openStreet } from './cast/street.ts'

const email = 'akinyi@example.com'
const registers = async (browser: Browser) =>
  browser.submit(await browser.open('/register'), 'Continue', { email, consent: 'yes' })

/** Each form that can reach a limit, and the call that refuses. */
const forms: [call: string, send: (browser: Browser) => Promise<Page>, code?: RefusalCode][] = [
  ['POST /auth/register', registers],
  [
    'POST /auth/email-link',
    async (browser) => browser.submit(await browser.open('/sign-in'), 'E-mail me a link', { email }),
  ],
  [
    'POST /auth/login',
    async (browser) =>
      browser.submit(await browser.open('/sign-in'), 'Sign in with password', {
        email,
        password: 'correct horse',
      }),
  ],
  [
    'POST /purchases',
    async (browser) => browser.submit(await registers(browser), 'Register free'),
    'mailbox_unproven',
  ],
]

test.for(forms)(
  'a temporary refusal of %s says when it ends',
  async ([call, send, code = 'rate_limited']) => {
    const { site, api } = await openStreet({ facts: { retryAt: '2027-01-01T11:32:00.000Z' } })
    api.world.mood = (heard) => (heard === call ? code : undefined)
    const page = await send(openBrowser(site.url))
    expect(api.world.calls).toContain(call)
    expect(page.text).toContain('You can try again from 14:32 EAT')
  },
)
