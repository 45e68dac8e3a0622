import { expect, test } from 'vitest'
import { aCallback, aMerchant, aSandbox, eventually } from './cast.ts'

async function aPaidPush(fault: Record<string, unknown>, merchantStatus = 200) {
  const merchant = await aMerchant(merchantStatus)
  const sandbox = await aSandbox()
  await sandbox.sim('/faults', fault)
  const push = await sandbox.push({ PhoneNumber: '254712345001', CallBackURL: merchant.url })
  await sandbox.advance(20)
  return { merchant, sandbox, id: push.json.CheckoutRequestID }
}

test('a dropped callback: only the query has the result', async () => {
  const { merchant, sandbox, id } = await aPaidPush({ fault: 'drop_callback' })
  expect((await sandbox.query(id)).json.ResultCode).toBe('0')
  expect((await sandbox.sim('/callbacks')).text).toContain('dropped by a fault')
  expect(merchant.received).toHaveLength(0)
})

test('a duplicated callback arrives as often as requested, with the same body', async () => {
  const { merchant } = await aPaidPush({ fault: 'duplicate_callback', deliveries: 5 })
  await eventually(() => merchant.received).toHaveLength(5)
  expect(new Set(merchant.received.map(({ body }) => body)).size).toBe(1)
})

test('a delayed callback comes late, while the query already has the result', async () => {
  const { merchant, sandbox, id } = await aPaidPush({ fault: 'delay_callback', delaySeconds: 300 })
  expect((await sandbox.query(id)).json.ResultCode).toBe('0')
  await sandbox.advance(270)
  expect((await sandbox.sim('/callbacks')).text).toBe('[]')
  await sandbox.advance(31)
  await eventually(() => merchant.received).toHaveLength(1)
})

test('a callback may come before the answer to the push', async () => {
  const merchant = await aMerchant()
  const sandbox = await aSandbox()
  await sandbox.sim('/faults', { fault: 'callback_before_answer' })
  const { json } = await sandbox.push({ CallBackURL: merchant.url })
  expect(merchant.received).toHaveLength(1)
  expect(aCallback(merchant.received[0]?.body)).toMatchObject({
    CheckoutRequestID: json.CheckoutRequestID,
    ResultCode: 0,
  })
})

test('a wrong amount is a shilling short, or as requested', async () => {
  const short = await aPaidPush({ fault: 'wrong_amount' })
  await eventually(() => short.merchant.received[0]?.body).toContain('"Value":1499.00')
  const exact = await aPaidPush({ fault: 'wrong_amount', amount: 7 })
  await eventually(() => exact.merchant.received[0]?.body).toContain('"Value":7.00')
})

test('a failure may turn into a success', async () => {
  const { merchant, sandbox, id } = await aPaidPush({ fault: 'failure_then_success', delaySeconds: 45 })
  await eventually(() => merchant.received).toHaveLength(1)
  expect((await sandbox.query(id)).json.ResultCode).toBe('1037')
  await sandbox.advance(45)
  await eventually(() => merchant.received).toHaveLength(2)
  expect((await sandbox.query(id)).json.ResultCode).toBe('0')
  const codes = merchant.received.map(({ body }) => aCallback(body).ResultCode)
  expect(codes).toEqual([1037, 0])
})

test('numbers may come as strings', async () => {
  const { merchant } = await aPaidPush({ fault: 'strings_for_numbers' })
  await eventually(() => merchant.received).toHaveLength(1)
  const body = merchant.received[0]?.body
  expect(body).toContain('"ResultCode":"0"')
  expect(body).toContain('"Value":"1500.00"')
  expect(body).toContain('"Value":"254712345001"')
})

test('the answer may be lost after the push was accepted', async () => {
  const merchant = await aMerchant()
  const sandbox = await aSandbox()
  await sandbox.sim('/faults', { fault: 'lost_answer' })
  await expect(sandbox.push({ PhoneNumber: '254712345001', CallBackURL: merchant.url })).rejects.toThrow()
  await sandbox.advance(20)
  await eventually(() => merchant.received).toHaveLength(1)
})

test.each([
  ['incapsula', 503, 'Incapsula incident ID'],
  ['apigee_spike_arrest', 429, 'policies.ratelimit.SpikeArrestViolation'],
  ['spike_arrest', 500, 'Spike Arrest Violation'],
  ['system_busy', 500, 'System is busy. Please try again in few minutes.'],
  ['error_in_200', 200, '"errorCode":"500.001.1001"'],
])('instead of an answer: %s', async (fault, status, text) => {
  const sandbox = await aSandbox()
  await sandbox.sim('/faults', { fault })
  const struck = await sandbox.push()
  expect(struck.status).toBe(status)
  expect(struck.text).toContain(text)
  expect((await sandbox.sim('/prompts')).text).toBe('[]')
  expect((await sandbox.push()).json.ResponseCode).toBe('0')
})

test('a hanging call never answers and has no effect', async () => {
  const sandbox = await aSandbox()
  const token = await sandbox.token()
  await sandbox.sim('/faults', { fault: 'hang' })
  const impatient = fetch(`${sandbox.url}/mpesa/stkpush/v1/processrequest`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(sandbox.pushBody({})),
    signal: AbortSignal.timeout(300),
  })
  await expect(impatient).rejects.toThrow()
  expect((await sandbox.sim('/prompts')).text).toBe('[]')
})

test('queries and tokens can fail too', async () => {
  const sandbox = await aSandbox()
  await sandbox.sim('/faults', { fault: 'incapsula', call: 'query' })
  const { json } = await sandbox.push()
  expect((await sandbox.query(json.CheckoutRequestID)).status).toBe(503)
  expect((await sandbox.query(json.CheckoutRequestID)).status).not.toBe(503)
  await sandbox.sim('/faults', { fault: 'incapsula', call: 'oauth' })
  expect(await sandbox.token()).toBe('undefined')
  expect(await sandbox.token()).toHaveLength(28)
})

test('a fault can be limited to one number and to a number of times', async () => {
  const sandbox = await aSandbox()
  await sandbox.sim('/faults', { fault: 'drop_callback', phoneNumber: '254712345001', times: 2 })
  await sandbox.push({ PhoneNumber: '254712345002' })
  expect((await sandbox.sim('/faults')).text).toContain('"times":2')
  await sandbox.push({ PhoneNumber: '254712345001' })
  expect((await sandbox.sim('/faults')).text).toContain('"times":1')
})

test('a refused push does not use up a fault, and all faults can be removed', async () => {
  const sandbox = await aSandbox()
  await sandbox.sim('/faults', { fault: 'drop_callback' })
  await sandbox.push({ Amount: '0' })
  expect((await sandbox.sim('/faults')).text).toContain('drop_callback')
  const cleared = await fetch(`${sandbox.url}/__sim/faults`, { method: 'DELETE' })
  expect(cleared.status).toBe(204)
  expect((await sandbox.sim('/faults')).text).toBe('[]')
})

test('special numbers: paid after all, no callback, two callbacks at once', async () => {
  const merchant = await aMerchant()
  const sandbox = await aSandbox()
  const push = async (digits: string) =>
    (await sandbox.push({ PhoneNumber: `254712345${digits}`, CallBackURL: merchant.url })).json
      .CheckoutRequestID
  const [late, silent, twice] = [await push('014'), await push('015'), await push('016')]
  await sandbox.advance(91)
  await eventually(() => merchant.received).toHaveLength(4)
  const toldAbout = (id: unknown) =>
    merchant.received
      .map(({ body }) => aCallback(body))
      .filter((callback) => callback.CheckoutRequestID === id)
  expect(toldAbout(late)).toHaveLength(2)
  expect(toldAbout(silent)).toHaveLength(0)
  expect(toldAbout(twice)).toHaveLength(2)
})

test.each([
  ['empty_500', 500, ''],
  ['html_in_200', 200, '<html>'],
  ['token_refused', 404, '404.001.03'],
  ['quota', 500, '500.003.03'],
  ['maintenance', 500, '00.002.1001'],
])('%s comes instead of the answer, and no prompt', async (fault, status, said) => {
  const sandbox = await aSandbox()
  await sandbox.sim('/faults', { fault })

  const struck = await sandbox.push()

  expect(struck.status).toBe(status)
  expect(struck.text).toContain(said)
  expect((await sandbox.sim('/prompts')).text).toBe('[]')
  expect((await sandbox.push()).status).toBe(200)
})

test('half_a_body breaks off in the middle of the body', async () => {
  const sandbox = await aSandbox()
  await sandbox.sim('/faults', { fault: 'half_a_body' })

  await expect(sandbox.push()).rejects.toThrow()
})

test('a slow answer comes late, for a prompt that exists already', async () => {
  const sandbox = await aSandbox()
  await sandbox.sim('/faults', { fault: 'slow_answer', delaySeconds: 0.5 })

  const answer = sandbox.push()
  await eventually(async () => (await sandbox.sim('/prompts')).text).toContain('ws_CO_')

  expect((await answer).status).toBe(200)
})
