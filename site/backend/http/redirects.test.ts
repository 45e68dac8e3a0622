import { expect, test } from 'vitest'
import { openBrowser } from '../cast/browser.ts'
import { openStreet } from '../cast/street.ts'

const elsewhere = [
  '/.//evil.example/x',
  '/%2e//evil.example',
  '/..//evil.example',
  '//evil.example',
  '/\\evil.example',
  'https://evil.example/',
]

test('no page or form with a target address redirects to another site, signed in or out', async () => {
  const { site } = await openStreet()
  const browser = openBrowser(site.url)
  const typed = { email: 'akinyi@example.com', consent: 'yes' }
  const signIn = { email: 'akinyi@example.com', password: 'correct horse', intent: 'password' }
  const placeOf = async (path: string, form?: Record<string, string>) => {
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(site.url + path, {
      redirect: 'manual',
      headers: { cookie, origin: site.url },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    })
    return { status: answer.status, place: answer.headers.get('location') }
  }
  const tokenOn = async (path: string) =>
    (await browser.open(path)).html.match(/name="formToken" value="([^"]+)"/)?.[1] ?? ''

  for (const next of elsewhere) {
    const asked = encodeURIComponent(next)
    const signedOut = openBrowser(site.url)
    browser.cookies.clear()
    const formToken = await tokenOn(`/sign-in?next=${asked}`)
    const answers = [
      await placeOf('/language', { language: 'sw', next }),
      await placeOf('/sign-in', { ...signIn, formToken, next }),
    ]
    await browser.submit(await browser.open(`/register?next=${asked}`), 'Continue', { ...typed, next })
    answers.push(await placeOf(`/sign-in?next=${asked}`), await placeOf(`/register?next=${asked}`))
    for (const { status, place } of answers) {
      expect([next, status]).toEqual([next, 303])
      expect(new URL(place ?? '', site.url).origin, `${next} → ${place}`).toBe(new URL(site.url).origin)
    }
    const fault = await signedOut.open(`/fault?from=${asked}`)
    expect(fault.html, next).not.toMatch(/href="[^"]*evil/)
  }
})
