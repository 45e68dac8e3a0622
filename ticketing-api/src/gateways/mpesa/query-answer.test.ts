import { expect, test } from 'vitest'
import { readEnvelope } from './envelope.ts'
import { readQueryAnswer } from './query-answer.ts'

const asked = 'ws_CO_13012021093521236557'
const read = (status: number, body: object | string) =>
  readQueryAnswer(readEnvelope(status, typeof body === 'string' ? body : JSON.stringify(body)), asked)

test('a result is text, whether it came as a string or as a number', () => {
  const result = { kind: 'result', resultCode: '1032', resultText: 'Request cancelled by user' }
  const said = { CheckoutRequestID: asked, ResponseCode: '0', ResultDesc: 'Request cancelled by user' }
  expect(read(200, { ...said, ResultCode: '1032' })).toEqual(result)
  expect(read(200, { ...said, ResultCode: 1032 })).toEqual(result)
})

test('500.001.1001 is no answer, with 500 and with 200, with words and without', () => {
  for (const errorMessage of ['', 'The transaction is being processed', 'The transaction does not Exist'])
    for (const status of [200, 500])
      expect(read(status, { requestId: '1', errorCode: '500.001.1001', errorMessage }).kind).toBe('no_answer')
})

test('too much asked is told apart, so that everybody slows down', () => {
  const tooMuch = { requestId: '1', errorCode: '500.003.02', errorMessage: 'Spike Arrest Violation' }
  expect(read(500, tooMuch)).toMatchObject({ kind: 'no_answer', isThrottled: true })
  expect(read(429, '')).toMatchObject({ kind: 'no_answer', isThrottled: true })
  expect(read(503, '<html>Incapsula</html>')).not.toHaveProperty('isThrottled')
})

test('an answer about another prompt, without a result, or unreadable is no answer', () => {
  expect(read(200, { CheckoutRequestID: 'ws_CO_other', ResultCode: '0' }).kind).toBe('no_answer')
  expect(read(200, { CheckoutRequestID: asked, ResponseCode: '0' }).kind).toBe('no_answer')
  expect(read(503, '<html>Incapsula</html>').kind).toBe('no_answer')
})

test('a NUL is read as a replacement character, and a result code without end is no answer', () => {
  const said = { CheckoutRequestID: asked, ResultDesc: 'a\0b' }
  expect(read(200, { ...said, ResultCode: '1032' })).toMatchObject({ resultText: 'a\ufffdb' })
  expect(read(200, { ...said, ResultCode: '9'.repeat(5000) }).kind).toBe('no_answer')
})
