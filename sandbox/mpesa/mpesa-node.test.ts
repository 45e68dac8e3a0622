import Mpesa from 'mpesa-node'
import { expect, test } from 'vitest'
import { aCallback, aMerchant, aSandbox, eventually } from './cast.ts'

function safaricomsClient(url: string): Mpesa {
  const client = new Mpesa({
    consumerKey: 'sandbox-consumer-key',
    consumerSecret: 'sandbox-consumer-secret',
    environment: 'sandbox',
    shortCode: '174379',
    lipaNaMpesaShortCode: '174379',
    lipaNaMpesaShortPass: 'bfb279f9aa9bdbcf158e97dd71a467cd2e0c893059b10f78e6b72ada1ed2c919',
  })
  client.baseURL = url
  return client
}

test("Safaricom's own client can push, be called back and query", async () => {
  const merchant = await aMerchant()
  const sandbox = await aSandbox()
  const client = safaricomsClient(sandbox.url)
  const pushed = await client.lipaNaMpesaOnline(254712345001, 1500, merchant.url, 'EBS7K2M')
  expect(pushed.data.ResponseCode).toBe('0')
  const id = String(pushed.data.CheckoutRequestID)

  await sandbox.advance(20)
  await eventually(() => merchant.received).toHaveLength(1)
  expect(aCallback(merchant.received[0]?.body)).toMatchObject({ CheckoutRequestID: id, ResultCode: 0 })
  expect((await client.lipaNaMpesaQuery(id)).data).toMatchObject({ CheckoutRequestID: id, ResultCode: '0' })
})

test('it gets a new token for each call, which ends the previous one', async () => {
  const sandbox = await aSandbox()
  const client = safaricomsClient(sandbox.url)
  const before = String((await client.oAuth()).data.access_token)
  await client.lipaNaMpesaOnline(254712345678, 1, 'https://tickets.example/p/1', 'A1')
  const answer = await fetch(`${sandbox.url}/mpesa/stkpush/v1/processrequest`, {
    method: 'POST',
    headers: { authorization: `Bearer ${before}` },
  })
  expect(answer.status).toBe(404)
})

test('it is refused a second prompt to the same phone, like any client', async () => {
  const sandbox = await aSandbox()
  const client = safaricomsClient(sandbox.url)
  const push = () => client.lipaNaMpesaOnline(254712345678, 1, 'https://tickets.example/p/1', 'A1')
  await push()
  await expect(push()).rejects.toMatchObject({
    response: { status: 500, data: { errorCode: '500.001.1001' } },
  })
})

test('it registers C2B URLs and simulates a payment', async () => {
  const merchant = await aMerchant()
  const sandbox = await aSandbox()
  const client = safaricomsClient(sandbox.url)
  expect((await client.c2bRegister(merchant.url, merchant.url)).data.ResponseCode).toBe('0')
  expect((await client.c2bSimulate(254708374149, 10, 'EBS7K2M')).data.ResponseCode).toBe('0')
  await eventually(() => merchant.received).toHaveLength(1)
  expect(JSON.parse(merchant.received[0]?.body ?? '')).toMatchObject({
    TransAmount: '10.00',
    BillRefNumber: 'EBS7K2M',
  })
})
