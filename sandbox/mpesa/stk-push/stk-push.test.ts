import { describe, expect, test } from 'vitest'
import { aSandbox, send } from '../cast.ts'

const path = '/mpesa/stkpush/v1/processrequest'
const invalid = (field: string) => ({
  status: 400,
  json: { errorCode: '400.002.02', errorMessage: `Bad Request - Invalid ${field}` },
})

test("an accepted push is answered with strings and Safaricom's ids", async () => {
  const sandbox = await aSandbox()
  const { status, json } = await sandbox.push({ PhoneNumber: '254712345678' })
  expect(status).toBe(200)
  expect(json).toEqual({
    MerchantRequestID: expect.stringMatching(/^[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\d+$/),
    CheckoutRequestID: expect.stringMatching(/^ws_CO_\d{14}\d712345678$/),
    ResponseCode: '0',
    ResponseDescription: 'Success. Request accepted for processing',
    CustomerMessage: 'Success. Request accepted for processing',
  })
})

test('every numeric field may be a JSON number', async () => {
  const sandbox = await aSandbox()
  const numbers = {
    BusinessShortCode: 174379,
    Timestamp: 20260701120000,
    Amount: 1500,
    PartyA: 254712345678,
    PartyB: 174379,
    PhoneNumber: 254712345678,
  }
  expect((await sandbox.push(numbers)).status).toBe(200)
})

describe('checks are made in a fixed order', () => {
  test('the token before the method, the method before the body', async () => {
    const sandbox = await aSandbox()
    expect(await send(sandbox.url + path)).toMatchObject({ status: 404, json: { errorCode: '404.001.03' } })
    const authorization = `Bearer ${await sandbox.token()}`
    const got = await send(sandbox.url + path, { headers: { authorization } })
    expect(got).toMatchObject({
      status: 405,
      json: { errorCode: '405.001', errorMessage: 'GET Method Not Allowed' },
    })
    const headers = { authorization, 'content-type': 'text/plain' }
    const typed = await send(sandbox.url + path, {
      method: 'POST',
      headers,
      body: JSON.stringify(sandbox.pushBody({})),
    })
    expect(typed).toMatchObject(invalid('BusinessShortCode'))
    const broken = { authorization, 'content-type': 'application/json; charset=utf-8' }
    const malformed = await send(sandbox.url + path, { method: 'POST', headers: broken, body: '{"a":' })
    expect(malformed).toMatchObject({ status: 400, json: { errorCode: '400.002.05' } })
  })

  test('the first wrong field is named', async () => {
    const sandbox = await aSandbox()
    expect(await sandbox.call(path, {})).toMatchObject(invalid('BusinessShortCode'))
    expect(await sandbox.push({ Amount: '0', PhoneNumber: '0712' })).toMatchObject(invalid('Amount'))
  })

  test.each([
    ['Timestamp', '20261301120000'],
    ['TransactionType', 'Salary'],
    ['Amount', '1.50'],
    ['Amount', -1],
    ['PartyB', '12'],
    ['PhoneNumber', '+254712345678'],
    ['PhoneNumber', '254212345678'],
    ['AccountReference', ''],
  ])('%s cannot be %s', async (field, value) => {
    const sandbox = await aSandbox()
    expect(await sandbox.push({ [field]: value })).toMatchObject(invalid(field))
  })

  test('an invalid PartyA is reported as PhoneNumber', async () => {
    const sandbox = await aSandbox()
    expect(await sandbox.push({ PartyA: '0712345678' })).toMatchObject(invalid('PhoneNumber'))
  })

  test('a missing TransactionDesc is reported as Remarks', async () => {
    const sandbox = await aSandbox()
    expect(await sandbox.push({ TransactionDesc: undefined })).toMatchObject(invalid('Remarks'))
  })

  test('merchant, then password', async () => {
    const sandbox = await aSandbox()
    const stranger = await sandbox.push({ BusinessShortCode: '600000', Password: 'x' })
    expect(stranger).toMatchObject({
      status: 500,
      json: { errorCode: '500.001.1001', errorMessage: 'Merchant does not exist' },
    })
    const forger = await sandbox.push({ Timestamp: '20260701120001' })
    expect(forger).toMatchObject({ status: 500, json: { errorMessage: 'Wrong credentials' } })
  })
})

describe('CallBackURL', () => {
  test.each([
    'http://tickets.example/p/1',
    'https://Tickets.example/p/1',
    'https://tickets.example/a b',
    'https://<host>/p',
    'https://tickets.example/mpesa/1',
    'https://tickets.example/M-Pesa/1',
    'https://tickets.example/events/executive-dinner',
    'https://tickets.example/p?query=1',
    'https://user@tickets.example/p',
    'ftp://tickets.example/p',
    'tickets.example',
  ])('%s is refused', async (CallBackURL) => {
    const sandbox = await aSandbox()
    expect(await sandbox.push({ CallBackURL })).toMatchObject(invalid('CallBackURL'))
  })

  test('http is allowed on loopback, unless that is forbidden', async () => {
    const CallBackURL = 'http://127.0.0.1:4000/hooks/p/0a'
    expect((await (await aSandbox()).push({ CallBackURL })).status).toBe(200)
    const strict = await aSandbox({ allowHttpLoopback: false })
    expect(await strict.push({ CallBackURL })).toMatchObject(invalid('CallBackURL'))
    const local = 'https://localhost/hooks/p/0a'
    expect(await strict.push({ CallBackURL: local })).toMatchObject(invalid('CallBackURL'))
  })
})

describe('the subscriber lock', () => {
  test('one open prompt per SIM; another SIM is free', async () => {
    const sandbox = await aSandbox()
    await sandbox.push()
    expect(await sandbox.push()).toMatchObject({
      status: 500,
      json: {
        errorCode: '500.001.1001',
        errorMessage:
          'Unable to lock subscriber, a transaction is already in process for the current subscriber',
      },
    })
    expect((await sandbox.push({ PhoneNumber: '254712345679' })).status).toBe(200)
  })

  test('of two pushes at once, one is accepted', async () => {
    const sandbox = await aSandbox({ rules: { revokeOldToken: false } })
    const answers = await Promise.all([sandbox.push(), sandbox.push()])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 500])
  })

  test.each(['cancel', 'wrong_pin', 'insufficient'])(
    'after %s the same amount is accepted at once',
    async (outcome) => {
      const sandbox = await aSandbox({ answerDelaySeconds: 0 })
      const first = await sandbox.push()
      await sandbox.answer(first.json.CheckoutRequestID, outcome)
      await sandbox.advance(0)
      const second = await sandbox.push()
      await sandbox.answer(second.json.CheckoutRequestID, 'approve')
      await sandbox.advance(0)
      expect((await sandbox.query(second.json.CheckoutRequestID)).json.ResultCode).toBe('0')
    },
  )
})

test('pushes beyond the set rate get spike arrest', async () => {
  const sandbox = await aSandbox({ pushesPerSecond: 0 })
  expect(await sandbox.push()).toMatchObject({ status: 500, json: { errorCode: '500.003.02' } })
})

test('an unsupported path gets the usual error envelope', async () => {
  const sandbox = await aSandbox()
  for (const missing of ['/mpesa/reversal/v1/request', '/mpesa/transactionstatus/v1/query']) {
    expect(await sandbox.call(missing, {})).toMatchObject({
      status: 404,
      json: { requestId: expect.any(String), errorCode: '404.001.01', errorMessage: 'Resource not found' },
    })
  }
})

test('an unknown C2B path and an unsupported method have their own codes', async () => {
  const sandbox = await aSandbox()
  expect(await sandbox.call('/mpesa/c2b/v1/reverse', {})).toMatchObject({
    status: 404,
    json: { errorCode: '404.003.01' },
  })
  const headers = { authorization: `Bearer ${await sandbox.token()}` }
  expect(await send(`${sandbox.url}/mpesa/c2b/v2/registerurl`, { headers })).toMatchObject({
    status: 404,
    json: { errorCode: '404.001.04' },
  })
})
