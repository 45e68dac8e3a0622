import { expect, test } from 'vitest'
import { aMerchant, aSandbox, eventually, send } from '../cast.ts'

const form = (body: string, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  redirect: 'manual',
  headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  body,
})

test('a prompt shows business, amount and account, and is paid by a plain form', async () => {
  const merchant = await aMerchant()
  const sandbox = await aSandbox({ businessName: 'Eldoret Summit' })
  const { json } = await sandbox.push({ CallBackURL: merchant.url })
  const page = await send(sandbox.url)
  for (const shown of ['Eldoret Summit', 'KSh 1,500', 'EBS7K2M', '+254712345678', 'http-equiv="refresh"']) {
    expect(page.text).toContain(shown)
  }
  expect(page.text).not.toContain('<script')
  expect(page.text).not.toContain('0123456789abcdef0123456789abcdef')

  const action = `/phone/prompts/${json.CheckoutRequestID}/answer`
  expect(page.text).toContain(`action="${action}"`)
  const answered = await fetch(sandbox.url + action, form('outcome=approve&phone=0712345678'))
  expect(answered.status).toBe(303)
  expect(answered.headers.get('location')).toBe('/?phone=254712345678')
  await sandbox.advance(1)
  await eventually(() => merchant.received).toHaveLength(1)
  await eventually(async () => (await send(sandbox.url)).text).toMatch(/paid · [A-Z0-9]{10}/)
  expect((await send(sandbox.url)).text).toContain('callback answered 200')
})

test("a merchant's text is escaped on the phone", async () => {
  const sandbox = await aSandbox()
  await sandbox.push({ AccountReference: '<b>"x"', TransactionDesc: "<img src=x onerror='1'>" })
  const { text } = await send(`${sandbox.url}/?phone=${encodeURIComponent('"><script>')}`)
  expect(text).not.toContain('<script')
  const all = (await send(sandbox.url)).text
  expect(all).toContain('&lt;b&gt;&quot;x&quot;')
  expect(all).not.toContain('<img')
})

test('one phone can be shown alone, and a phone that is off shows nothing', async () => {
  const sandbox = await aSandbox()
  await sandbox.push({ PhoneNumber: '254712345678' })
  await sandbox.push({ PhoneNumber: '254712345999' })
  await sandbox.push({ PhoneNumber: '254712345005' })
  const all = (await send(sandbox.url)).text
  expect(all.match(/class="phone"/g)).toHaveLength(2)
  const one = (await send(`${sandbox.url}/?phone=0712%20345%20678`)).text
  expect(one.match(/class="phone"/g)).toHaveLength(1)
})

test('the page can stop refreshing to search for a phone', async () => {
  const sandbox = await aSandbox()
  const still = (await send(`${sandbox.url}/?still=1`)).text
  expect(still).not.toContain('http-equiv="refresh"')
  expect(still).toContain('<input name="phone"')
})

test('another site cannot submit the forms', async () => {
  const sandbox = await aSandbox()
  const { json } = await sandbox.push()
  const url = `${sandbox.url}/phone/prompts/${json.CheckoutRequestID}/answer`
  expect((await fetch(url, form('outcome=approve', { 'sec-fetch-site': 'cross-site' }))).status).toBe(400)
  expect((await fetch(url, form('outcome=steal'))).status).toBe(400)
  expect((await sandbox.sim('/prompts?status=open')).text).toContain(String(json.CheckoutRequestID))
})

test('the page forbids scripts and frames', async () => {
  const sandbox = await aSandbox()
  const policy = (await fetch(sandbox.url)).headers.get('content-security-policy')
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("frame-ancestors 'none'")
})
