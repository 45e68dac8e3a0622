import { expect, test } from 'vitest'
import { aCallback, aMerchant, aSandbox, eventually } from '../cast.ts'

test('prompts are listed with all but the secret path of the callback', async () => {
  const sandbox = await aSandbox()
  const { json } = await sandbox.push({ CallBackURL: 'https://tickets.example/hooks/p/5ec2e7' })
  const listed = await sandbox.sim('/prompts?status=open&phoneNumber=254712345678')
  expect(JSON.parse(listed.text)).toEqual([
    {
      checkoutRequestId: json.CheckoutRequestID,
      merchantRequestId: json.MerchantRequestID,
      phoneNumber: '254712345678',
      amount: 1500,
      accountReference: 'EBS7K2M',
      transactionDesc: 'Gala',
      status: 'open',
      createdAt: expect.any(String),
      callbackHost: 'tickets.example',
      reachesPhone: true,
      unattendedOutcome: 'ignore',
      outcome: null,
      resultCode: null,
      resultDesc: null,
      receipt: null,
    },
  ])
  expect(listed.text).not.toContain('5ec2e7')
})

test('an approved prompt is paid a sandbox second later', async () => {
  const merchant = await aMerchant()
  const sandbox = await aSandbox()
  const { json } = await sandbox.push({ CallBackURL: merchant.url })
  const answered = await sandbox.answer(json.CheckoutRequestID, 'approve')
  expect(answered).toMatchObject({ status: 200, json: { status: 'answered' } })
  await sandbox.advance(1)
  await eventually(() => merchant.received).toHaveLength(1)
  const [paid] = JSON.parse((await sandbox.sim('/prompts')).text)
  expect(paid).toMatchObject({
    status: 'paid',
    resultCode: '0',
    receipt: expect.stringMatching(/^[A-Z0-9]{10}$/),
  })
  expect(merchant.received[0]?.body).toContain(`"Value":"${paid.receipt}"`)
})

test.each([
  ['wrong_pin', 2001],
  ['cancel', 1032],
  ['ignore', 1037],
  ['offline', 1037],
  ['insufficient', 1],
  ['daily_limit', 4],
  ['expire', 1019],
  ['system_busy', 26],
])('answering %s gives %d', async (outcome, code) => {
  const merchant = await aMerchant()
  const sandbox = await aSandbox()
  const { json } = await sandbox.push({ CallBackURL: merchant.url })
  await sandbox.answer(json.CheckoutRequestID, outcome)
  await sandbox.advance(1)
  await eventually(() => merchant.received).toHaveLength(1)
  expect(aCallback(merchant.received[0]?.body).ResultCode).toBe(code)
})

test("an answer on the phone overrides the number's own behaviour", async () => {
  const sandbox = await aSandbox()
  const { json } = await sandbox.push({ PhoneNumber: '254712345003' })
  await sandbox.answer(json.CheckoutRequestID, 'approve')
  await sandbox.advance(60)
  expect((await sandbox.query(json.CheckoutRequestID)).json.ResultCode).toBe('0')
})

test('impossible answers are refused clearly', async () => {
  const sandbox = await aSandbox()
  const { json } = await sandbox.push()
  const id = json.CheckoutRequestID
  expect(await sandbox.answer('ws_CO_none', 'approve')).toMatchObject({
    status: 404,
    json: { error: 'unknown_prompt' },
  })
  expect(await sandbox.answer(id, 'perhaps')).toMatchObject({ status: 400, json: { error: 'bad_request' } })
  await sandbox.answer(id, 'cancel')
  expect(await sandbox.answer(id, 'approve')).toMatchObject({ status: 409, json: { error: 'not_open' } })
  const notJson = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' }
  const broken = await fetch(`${sandbox.url}/__sim/prompts/${id}/answer`, notJson)
  expect(broken.status).toBe(400)
})

test('of two answers at once, one is accepted', async () => {
  const sandbox = await aSandbox()
  const { json } = await sandbox.push()
  const id = json.CheckoutRequestID
  const both = await Promise.all([sandbox.answer(id, 'approve'), sandbox.answer(id, 'cancel')])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
})

test('the clock can be hurried, halted and moved', async () => {
  const merchant = await aMerchant()
  const sandbox = await aSandbox()
  await sandbox.push({ PhoneNumber: '254712345004', CallBackURL: merchant.url })
  expect((await sandbox.sim('/clock', { speed: 10_000 })).json.speed).toBe(10_000)
  await eventually(() => merchant.received).toHaveLength(1)
  await sandbox.sim('/clock', { speed: 0 })
  const before = Number((await sandbox.sim('/clock')).json.elapsedSeconds)
  const after = Number((await sandbox.advance(30)).json.elapsedSeconds)
  expect(after - before).toBeCloseTo(30, 3)
  expect((await sandbox.sim('/clock', { speed: -1 })).status).toBe(400)
  expect((await sandbox.sim('/clock', {})).status).toBe(400)
})

test('reset clears prompts, faults and scheduled events', async () => {
  const merchant = await aMerchant()
  const sandbox = await aSandbox()
  const { json } = await sandbox.push({ PhoneNumber: '254712345001', CallBackURL: merchant.url })
  await sandbox.sim('/faults', { fault: 'drop_callback' })
  expect((await sandbox.sim('/reset', {})).status).toBe(204)
  await sandbox.advance(100)
  expect((await sandbox.query(json.CheckoutRequestID)).json.errorMessage).toBe(
    'The transaction does not Exist',
  )
  expect((await sandbox.sim('/faults')).text).toBe('[]')
  expect((await sandbox.sim('/callbacks')).text).toBe('[]')
  expect(merchant.received).toHaveLength(0)
})

test('an unknown fault is refused', async () => {
  const sandbox = await aSandbox()
  expect(await sandbox.sim('/faults', { fault: 'earthquake' })).toMatchObject({ status: 400 })
  expect(await sandbox.sim('/faults', { fault: 'drop_callback', tmies: 2 })).toMatchObject({ status: 400 })
})
