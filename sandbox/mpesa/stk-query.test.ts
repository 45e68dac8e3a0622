import { expect, test } from 'vitest'
import { aSandbox } from './cast.ts'

test('an open prompt is reported in three formats in turn', async () => {
  const sandbox = await aSandbox()
  const { json } = await sandbox.push()
  const shapes = []
  for (let turn = 0; turn < 3; turn += 1) shapes.push(await sandbox.query(json.CheckoutRequestID))
  const describe = shapes.map(({ status, json: body }) => [status, body.ResultCode ?? body.errorMessage])
  expect(describe).toHaveLength(3)
  expect(describe).toEqual(
    expect.arrayContaining([
      [200, '4999'],
      [200, ''],
      [500, 'The transaction is being processed'],
    ]),
  )
})

test('a result is a string, without receipt or amount, and has a different text than the callback', async () => {
  const sandbox = await aSandbox()
  const { json } = await sandbox.push({ PhoneNumber: '254712345004' })
  await sandbox.advance(60)
  const answer = await sandbox.query(json.CheckoutRequestID)
  expect(answer).toMatchObject({ status: 200 })
  expect(answer.json).toEqual({
    ResponseCode: '0',
    ResponseDescription: 'The service request has been accepted successfully',
    MerchantRequestID: json.MerchantRequestID,
    CheckoutRequestID: json.CheckoutRequestID,
    ResultCode: '1037',
    ResultDesc: 'DS timeout user cannot be reached.',
  })
})

test('an unknown id is a 500, not a 404', async () => {
  const sandbox = await aSandbox()
  expect(await sandbox.query('ws_CO_010720261200001712345678')).toMatchObject({
    status: 500,
    json: { errorCode: '500.001.1001', errorMessage: 'The transaction does not Exist' },
  })
})

async function statusesOf(seed: number, queries: number): Promise<number[]> {
  const sandbox = await aSandbox({ rules: { seed, queryBusyRate: 0.2 } })
  const { json } = await sandbox.push({ PhoneNumber: '254712345001' })
  await sandbox.advance(20)
  const statuses = []
  for (let turn = 0; turn < queries; turn += 1) {
    const answer = await sandbox.query(json.CheckoutRequestID)
    if (answer.status === 500)
      expect(answer.json).toMatchObject({ errorCode: '500.001.1001', errorMessage: '' })
    else expect(answer.json.ResultCode).toBe('0')
    statuses.push(answer.status)
  }
  return statuses
}

test('a fifth of the queries after the result still fail, and the same ones for the same seed', async () => {
  const once = await statusesOf(7, 60)
  const again = await statusesOf(7, 60)
  const other = await statusesOf(8, 60)
  expect(again).toEqual(once)
  expect(other).not.toEqual(once)
  const busy = once.filter((status) => status === 500).length
  expect(busy).toBeGreaterThan(4)
  expect(busy).toBeLessThan(22)
})

test('the noise can be switched off while the sandbox runs', async () => {
  const sandbox = await aSandbox({ rules: { queryBusyRate: 1 } })
  const { json } = await sandbox.push({ PhoneNumber: '254712345001' })
  await sandbox.advance(20)
  expect((await sandbox.query(json.CheckoutRequestID)).status).toBe(500)
  await sandbox.sim('/rules', { queryBusyRate: 0 })
  expect((await sandbox.query(json.CheckoutRequestID)).status).toBe(200)
})

test('a wrong password is reported before the id is checked', async () => {
  const sandbox = await aSandbox()
  const body = {
    BusinessShortCode: '174379',
    Password: 'x',
    Timestamp: '20260701120000',
    CheckoutRequestID: 'ws',
  }
  const answer = await sandbox.call('/mpesa/stkpushquery/v1/query', body)
  expect(answer.json.errorMessage).toBe('Wrong credentials')
})
