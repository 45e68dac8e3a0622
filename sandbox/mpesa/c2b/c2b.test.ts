import { createServer } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { aCallback, aMerchant, aSandbox, eventually } from '../cast.ts'

const register = (url: string, others: Record<string, unknown> = {}) => ({
  ShortCode: '174379',
  ResponseType: 'Completed',
  ConfirmationURL: `${url}/confirm`,
  ValidationURL: `${url}/validate`,
  ...others,
})
const payment = {
  ShortCode: 174379,
  CommandID: 'CustomerPayBillOnline',
  Amount: 1500,
  Msisdn: 254708374126,
  BillRefNumber: 'ebs 7k2m',
}

test('a simulated payment is confirmed with string values and a masked number', async () => {
  const merchant = await aMerchant()
  const sandbox = await aSandbox()
  const registered = await sandbox.call('/mpesa/c2b/v2/registerurl', register(merchant.url))
  expect(registered).toMatchObject({
    status: 200,
    json: { OriginatorCoversationID: expect.any(String), ResponseCode: '0', ResponseDescription: 'Success' },
  })
  await sandbox.call('/mpesa/c2b/v2/simulate', payment)
  await eventually(() => merchant.received).toHaveLength(1)
  expect(merchant.received[0]?.path).toMatch(/\/confirm$/)
  expect(JSON.parse(merchant.received[0]?.body ?? '')).toEqual({
    TransactionType: 'Pay Bill',
    TransID: expect.stringMatching(/^[A-Z0-9]{10}$/),
    TransTime: expect.stringMatching(/^\d{14}$/),
    TransAmount: '1500.00',
    BusinessShortCode: '174379',
    BillRefNumber: 'ebs 7k2m',
    InvoiceNumber: '',
    OrgAccountBalance: '1500.00',
    ThirdPartyTransID: '',
    MSISDN: '2547 ***** 126',
    FirstName: 'NICHOLAS',
    MiddleName: '',
    LastName: '',
  })
})

test('a paid push is confirmed too, under the same receipt', async () => {
  const merchant = await aMerchant()
  const sandbox = await aSandbox()
  await sandbox.call('/mpesa/c2b/v1/registerurl', register(merchant.url))
  await sandbox.push({ PhoneNumber: '254712345001', CallBackURL: merchant.url })
  await sandbox.advance(20)
  await eventually(() => merchant.received).toHaveLength(2)
  const confirmation = merchant.received.find(({ path }) => path.endsWith('/confirm'))
  const callback = merchant.received.find(({ path }) => !path.endsWith('/confirm'))
  const { TransID, BillRefNumber, MSISDN } = JSON.parse(confirmation?.body ?? '')
  expect(JSON.stringify(aCallback(callback?.body))).toContain(TransID)
  expect([BillRefNumber, MSISDN]).toEqual(['EBS7K2M', '25471****001'])
})

async function aValidator(code: string): Promise<{ url: string; paths: string[] }> {
  const paths: string[] = []
  const server = createServer((request, reply) => {
    paths.push(request.url ?? '')
    request.resume().on('end', () => reply.end(JSON.stringify({ ResultCode: code, ResultDesc: 'x' })))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  return { url: `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`, paths }
}

test('validation is requested only if switched on, and may refuse', async () => {
  const validator = await aValidator('C2B00012')
  const sandbox = await aSandbox({ rules: { c2bValidation: true } })
  await sandbox.call('/mpesa/c2b/v2/registerurl', register(validator.url))
  await sandbox.call('/mpesa/c2b/v2/simulate', payment)
  await eventually(async () => (await sandbox.sim('/callbacks')).text).toContain('"responseStatus":200')
  await sandbox.sim('/rules', { c2bValidation: false })
  await sandbox.call('/mpesa/c2b/v2/simulate', payment)
  await eventually(() => validator.paths).toEqual(['/validate', '/confirm'])
})

test('without an answer from the validator, the registered default decides', async () => {
  const sandbox = await aSandbox({ rules: { c2bValidation: true } })
  const dead = 'http://127.0.0.1:9'
  await sandbox.call('/mpesa/c2b/v2/registerurl', register(dead, { ResponseType: 'Cancelled' }))
  await sandbox.call('/mpesa/c2b/v2/simulate', payment)
  await eventually(async () => (await sandbox.sim('/callbacks')).text).toContain('ECONNREFUSED')
  await sandbox.call('/mpesa/c2b/v2/registerurl', register(dead))
  await sandbox.call('/mpesa/c2b/v2/simulate', payment)
  await eventually(async () => (await sandbox.sim('/callbacks')).text).toContain('c2b_confirmation')
})

test.each([
  ['ResponseType', { ResponseType: 'completed' }],
  ['ConfirmationURL', { ConfirmationURL: 'https://tickets.example/mpesa' }],
  ['ShortCode', { ShortCode: '1' }],
])('a registration with a wrong %s is refused', async (field, others) => {
  const sandbox = await aSandbox()
  const answer = await sandbox.call('/mpesa/c2b/v2/registerurl', register('https://tickets.example', others))
  expect(answer.json.errorMessage).toBe(`Bad Request - Invalid ${field}`)
})

test('C2B has its own code for a bad token', async () => {
  const sandbox = await aSandbox()
  const answer = await fetch(`${sandbox.url}/mpesa/c2b/v2/registerurl`, { method: 'POST' })
  expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('400.003.01')])
})
