import * as auth from '@event-sphere/contract/auth'
import { addToCart } from '@event-sphere/contract/cart'
import { listPublicEvents } from '@event-sphere/contract/events'
import { stkPush } from '@event-sphere/contract/payments'
import { cancelPurchase, placePurchase } from '@event-sphere/contract/purchases'
import { expect, test } from 'vitest'
import { prepareRequest } from './request.ts'

test('only what reads, or has a key, is sent again: a refresh that goes out twice ends its session', () => {
  const acts = [
    auth.login,
    auth.refresh,
    auth.register,
    auth.requestEmailLink,
    auth.redeemEmailLink,
    ...[addToCart, cancelPurchase, placePurchase, stkPush],
  ]
  for (const act of acts) {
    expect(prepareRequest(act, {}, {}).isRepeatable, act.path).toBe(false)
    const keyed = prepareRequest(act, { idempotencyKey: 'the-key-of-one-act' }, {})
    expect(keyed.isRepeatable, act.path).toBe(true)
    expect(keyed.headers['idempotency-key']).toBe('the-key-of-one-act')
  }
  expect(prepareRequest(listPublicEvents, {}, {}).isRepeatable).toBe(true)
})
