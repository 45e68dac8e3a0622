import { expect, test } from 'vitest'
import { isTokenRefused, readEnvelope } from './envelope.ts'

const incapsula = '<html><body>Request unsuccessful. Incapsula incident ID: 1-2</body></html>'

test('an error in an answer of 200 is an error', () => {
  const text = '{"requestId":"1","errorCode":"500.001.1001","errorMessage":""}'
  expect(readEnvelope(200, text)).toEqual({ kind: 'error', httpStatus: 200, code: '500.001.1001', text: '' })
})

test("a fault of the gateway before Daraja is an error with the gateway's code", () => {
  const text =
    '{"fault":{"faultstring":"slow down","detail":{"errorcode":"policies.ratelimit.SpikeArrestViolation"}}}'
  expect(readEnvelope(429, text)).toMatchObject({
    kind: 'error',
    code: 'policies.ratelimit.SpikeArrestViolation',
  })
})

test.each([incapsula, '', '[]', 'null', '"text"', '{"half":'])(
  '%j is unreadable, whatever its status',
  (text) => {
    for (const status of [200, 403, 503])
      expect(readEnvelope(status, text)).toEqual({ kind: 'unreadable', httpStatus: status })
  },
)

test('fields that come with a status of failure are not believed', () => {
  expect(readEnvelope(500, '{"ResponseCode":"0"}').kind).toBe('unreadable')
  expect(readEnvelope(200, '{"ResponseCode":"0"}').kind).toBe('fields')
})

test('a token is refused in three codes, and by any 401', () => {
  const error = (status: number, code: string) =>
    readEnvelope(
      status,
      JSON.stringify({ requestId: '1', errorCode: code, errorMessage: 'Invalid Access Token' }),
    )
  for (const refused of [
    error(404, '404.001.03'),
    error(400, '400.003.01'),
    error(401, '401.002.01'),
    error(401, 'x'),
  ])
    expect(isTokenRefused(refused)).toBe(true)
  expect(isTokenRefused(readEnvelope(401, incapsula))).toBe(true)
  expect(isTokenRefused(error(400, '400.002.02'))).toBe(false)
  expect(isTokenRefused(readEnvelope(503, incapsula))).toBe(false)
})
