import * as auth from '@event-sphere/contract/auth'
import { addToCart } from '@event-sphere/contract/cart'
import { listPublicEvents } from '@event-sphere/contract/events'
import { stkPush } from '@event-sphere/contract/payments'
import { cancelPurchase, placePurchase } from '@event-sphere/contract/purchases'
import { expect, test } from 'vitest'
import { makeRequest } from './make-request.ts'

test('only reads and calls with a key are repeated: a refresh that is sent twice ends its session', () => {
  const acts = [
    auth.login,
    auth.refresh,
    auth.register,
    auth.requestEmailLink,
    auth.redeemEmailLink,
    ...[addToCart, cancelPurchase, placePurchase, stkPush],
  ]
  for (const act of acts) {
    expect(makeRequest(act, {}).isRepeatable, act.path).toBe(false)
    const keyed = makeRequest(act, { idempotencyKey: 'the-key-of-one-act' })
    expect(keyed.isRepeatable, act.path).toBe(true)
    expect(keyed.headers['idempotency-key']).toBe('the-key-of-one-act')
  }
  expect(makeRequest(listPublicEvents, {}).isRepeatable).toBe(true)
})

test('a call sends its token, language and preferences', () => {
  const { headers, body, path } = makeRequest(placePurchase, {
    token: 'es_test_key',
    language: 'sw',
    idempotencyKey: 'one-act',
    isMinimal: true,
    waitSeconds: 5,
    body: { eventId: 'event_1' },
    headers: { 'x-request-id': 'r1' },
  })
  expect(path).toBe('/purchases')
  expect(body).toBe('{"eventId":"event_1"}')
  expect(headers).toEqual({
    accept: 'application/json, application/problem+json',
    'accept-language': 'sw',
    authorization: 'Bearer es_test_key',
    'content-type': 'application/json',
    'idempotency-key': 'one-act',
    prefer: 'return=minimal, wait=5',
    'x-request-id': 'r1',
  })
})

test('omitted options are not sent', () => {
  expect(Object.keys(makeRequest(listPublicEvents, {}).headers)).toEqual(['accept'])
})
