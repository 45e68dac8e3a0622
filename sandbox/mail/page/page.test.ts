import { expect, test } from 'vitest'
import { aMailSandbox, aTicketMail, dot } from '../cast.ts'

test('the list shows all mail and can be searched by recipient', async () => {
  const mail = await aMailSandbox()
  await mail.deliver(aTicketMail)
  const page = async (query = '') => (await fetch(`${mail.url}/${query}`)).text()
  expect(await page()).toContain('Your ticket: Gala Night — karibu')
  expect(await page('?to=wanjiku')).toContain('href="/messages/m1"')
  const none = await page(`?to=${encodeURIComponent('"><script>')}`)
  expect(none).toContain('No mail to &quot;&gt;&lt;script&gt;.')
  expect(none).not.toContain('<script')
})

test('a message shows its letter in a sandbox, its text with links, its files', async () => {
  const mail = await aMailSandbox()
  await mail.deliver({ ...aTicketMail, subject: '<b>bold</b>' })
  const answer = await fetch(`${mail.url}/messages/m1`)
  const page = await answer.text()
  expect(page).toContain('&lt;b&gt;bold&lt;/b&gt;')
  expect(page).toMatch(/<iframe [^>]*sandbox="allow-popups allow-popups-to-escape-sandbox"/)
  expect(page).toContain('<a href="https://tickets.example/t/1?a=1&amp;b=2"')
  expect(page).toContain('href="/api/messages/m1/attachments/1"')
  expect(page).not.toContain('<script')
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
})

test('the letter includes its pictures and cannot run scripts', async () => {
  const mail = await aMailSandbox()
  await mail.deliver(aTicketMail)
  const answer = await fetch(`${mail.url}/messages/m1/letter`)
  expect(await answer.text()).toContain(`<img src="data:image/png;base64,${dot.toString('base64')}">`)
  const policy = answer.headers.get('content-security-policy')
  expect(policy).toMatch(/^sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'/)
  expect(policy).not.toContain('script-src')
  expect(policy).not.toContain('allow-scripts')
})

test('a plain-text mail has no letter', async () => {
  const mail = await aMailSandbox()
  await mail.deliver({ from: 'a@example.com', to: 'b@example.com', subject: '', text: '<i>plain</i>' })
  const page = await (await fetch(`${mail.url}/messages/m1`)).text()
  expect(page).not.toContain('<iframe')
  expect(page).toContain('(no subject)')
  expect(page).toContain('&lt;i&gt;plain&lt;/i&gt;')
})
