import { expect, test } from 'vitest'
import { aCallback, aMerchant, aSandbox, eventually } from '../cast.ts'

test("a success matches Safaricom's format to the byte", async () => {
  const merchant = await aMerchant()
  const sandbox = await aSandbox()
  const { json } = await sandbox.push({ PhoneNumber: '254712345001', CallBackURL: merchant.url })
  await sandbox.advance(20)
  await eventually(() => merchant.received).toHaveLength(1)
  const [callback] = merchant.received
  expect(callback?.body).toMatch(
    new RegExp(
      `^\\{"Body":\\{"stkCallback":\\{"MerchantRequestID":"${json.MerchantRequestID}","CheckoutRequestID":"${json.CheckoutRequestID}",` +
        '"ResultCode":0,"ResultDesc":"The service request is processed successfully\\.",' +
        '"CallbackMetadata":\\{"Item":\\[\\{"Name":"Amount","Value":1500\\.00\\},' +
        '\\{"Name":"MpesaReceiptNumber","Value":"[A-Z][A-L][1-9A-V][A-Z0-9]{7}"\\},\\{"Name":"Balance"\\},' +
        '\\{"Name":"TransactionDate","Value":\\d{14}\\},\\{"Name":"PhoneNumber","Value":254712345001\\}\\]\\}\\}\\}\\}$',
    ),
  )
  expect(callback?.headers['content-type']).toBe('application/json;charset=UTF-8')
  expect(callback?.rawHeaders).toContain('BusinessShortCode')
  expect(callback?.headers.businessshortcode).toBe('174379')
  expect(callback?.path).toBe('/hooks/p/0123456789abcdef0123456789abcdef')
})

test('a failure has no metadata', async () => {
  const merchant = await aMerchant()
  const sandbox = await aSandbox()
  const { json } = await sandbox.push({ PhoneNumber: '254712345003', CallBackURL: merchant.url })
  await sandbox.advance(30)
  await eventually(() => merchant.received).toHaveLength(1)
  expect(JSON.parse(merchant.received[0]?.body ?? '')).toEqual({
    Body: {
      stkCallback: {
        MerchantRequestID: json.MerchantRequestID,
        CheckoutRequestID: json.CheckoutRequestID,
        ResultCode: 1032,
        ResultDesc: 'Request cancelled by user',
      },
    },
  })
})

test('a non-numeric code is sent as a string', async () => {
  const merchant = await aMerchant()
  const sandbox = await aSandbox()
  await sandbox.push({ PhoneNumber: '254712345012', CallBackURL: merchant.url })
  await sandbox.advance(10)
  await eventually(() => merchant.received).toHaveLength(1)
  expect(aCallback(merchant.received[0]?.body).ResultCode).toBe('E3008')
})

test('a callback answered with 500 is not repeated', async () => {
  const merchant = await aMerchant(500)
  const sandbox = await aSandbox()
  await sandbox.push({ PhoneNumber: '254712345001', CallBackURL: merchant.url })
  await sandbox.advance(20)
  await eventually(async () => (await sandbox.sim('/callbacks')).text).toContain('"responseStatus":500')
  await sandbox.advance(3600)
  expect(merchant.received).toHaveLength(1)
  expect(JSON.parse((await sandbox.sim('/callbacks')).text)).toHaveLength(1)
})

test('the list of callbacks masks the token and shows an unreachable merchant', async () => {
  const sandbox = await aSandbox()
  const CallBackURL = 'http://127.0.0.1:9/hooks/p/0123456789abcdef0123456789abcdef'
  await sandbox.push({ PhoneNumber: '254712345001', CallBackURL })
  await sandbox.advance(20)
  await eventually(async () => (await sandbox.sim('/callbacks')).text).toContain('ECONNREFUSED')
  const { text } = await sandbox.sim('/callbacks')
  expect(text).toContain('http://127.0.0.1:9/hooks/p/***')
  expect(text).not.toContain('0123456789abcdef')
})
