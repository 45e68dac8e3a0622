import { expect, test } from 'vitest'
import { readEnvelope } from './envelope.ts'
import { readPromptAnswer } from './prompt-answer.ts'

const ids = {
  MerchantRequestID: '2654-4b64-97ff-b827b542881d3130',
  CheckoutRequestID: 'ws_CO_1007202409152617172396192',
}
const read = (status: number, body: object | string) =>
  readPromptAnswer(readEnvelope(status, typeof body === 'string' ? body : JSON.stringify(body)))
const error = (status: number, errorCode: string, errorMessage: string) =>
  read(status, { requestId: '1', errorCode, errorMessage })

test('accepted needs ResponseCode 0 and both ids', () => {
  const accepted = {
    kind: 'accepted',
    merchantRequestId: ids.MerchantRequestID,
    checkoutRequestId: ids.CheckoutRequestID,
  }
  expect(read(200, { ...ids, ResponseCode: '0' })).toEqual(accepted)
  expect(read(200, { ...ids, ResponseCode: 0 })).toEqual(accepted)
  expect(read(200, { ResponseCode: '0', MerchantRequestID: ids.MerchantRequestID }).kind).toBe('unknown')
  expect(read(200, { ...ids, ResponseCode: '1' })).toMatchObject({ kind: 'refused', code: 'response 1' })
})

test('both ids without a ResponseCode are kept: by them it can be asked what became of the prompt', () => {
  expect(read(200, { ...ids })).toMatchObject({ kind: 'accepted', checkoutRequestId: ids.CheckoutRequestID })
  expect(read(200, { CheckoutRequestID: ids.CheckoutRequestID }).kind).toBe('unknown')
})

test('a firewall or a redirect on the way means that nothing was asked', () => {
  for (const status of [302, 307, 403, 404])
    expect(read(status, '<html>Request blocked</html>')).toMatchObject({
      kind: 'refused',
      code: 'blocked',
      isBusy: true,
    })
})

test('too much is told apart from every other refusal', () => {
  const isThrottled = true
  expect(error(500, '500.003.02', 'Error Occurred: Spike Arrest Violation')).toMatchObject({ isThrottled })
  expect(error(500, '500.003.02', 'System is busy. Please try again in few minutes.')).toMatchObject({
    isThrottled,
  })
  expect(error(500, '500.003.03', 'Error Occurred: Quota Violation')).toMatchObject({ isThrottled })
  expect(read(429, '<html>slow down</html>')).toMatchObject({ isThrottled })
  expect(error(429, 'policies.ratelimit.SpikeArrestViolation', 'Spike arrest')).toMatchObject({ isThrottled })
  expect(error(500, '500.001.1001', 'Merchant does not exist')).not.toHaveProperty('isThrottled')
})

test('what is refused before anything is done says whether another try helps', () => {
  const lock = 'Unable to lock subscriber, a transaction is already in process for the current subscriber'
  expect(error(500, '500.001.1001', lock)).toMatchObject({ kind: 'refused', code: '1001', isBusy: true })
  expect(error(500, '500.003.02', 'Error Occurred: Spike Arrest Violation')).toMatchObject({
    kind: 'refused',
    isBusy: true,
  })
  expect(error(500, '500.003.02', 'System is busy. Please try again in few minutes.')).toMatchObject({
    isBusy: true,
  })
  expect(error(500, '500.003.03', 'Error Occurred: Quota Violation')).toMatchObject({ isBusy: true })
  expect(error(500, '500.001.1001', 'Merchant does not exist')).toMatchObject({
    kind: 'refused',
    isBusy: false,
  })
  expect(error(500, '500.001.1001', '[MerchantValidate] - Wrong credentials')).toMatchObject({
    isBusy: false,
  })
  expect(error(400, '400.002.02', 'Bad Request - Invalid CallBackURL')).toMatchObject({
    kind: 'refused',
    isBusy: false,
  })
  expect(error(400, '400.002.02', 'Bad Request - Invalid PhoneNumber')).toMatchObject({ code: 'phone' })
  expect(read(429, 'slow down')).toMatchObject({ kind: 'refused', isBusy: true })
})

test('whatever may have lit up the phone is unknown, never refused', () => {
  expect(error(200, '500.001.1001', '').kind).toBe('unknown')
  expect(error(500, '500.001.1001', 'Internal Server Error').kind).toBe('unknown')
  expect(error(500, '500.003.1001', 'Duplicate notification info').kind).toBe('unknown')
  expect(read(503, '<html>Incapsula incident</html>').kind).toBe('unknown')
  expect(read(200, '{"MerchantReq').kind).toBe('unknown')
  expect(read(500, '').kind).toBe('unknown')
})

test('a refused token is never spelled out', () => {
  const answer = error(
    401,
    '401.002.01',
    'Error Occurred - Invalid Access Token - c9SQxWWhmdVRlyh0zh8gZDTkubVF',
  )
  expect(answer).toMatchObject({ kind: 'refused', code: 'token', isBusy: true })
  expect(JSON.stringify(answer)).not.toContain('c9SQ')
})
