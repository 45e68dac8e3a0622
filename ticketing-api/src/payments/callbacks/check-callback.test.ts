import { expect, test } from 'vitest'
import type { StkCallback } from '../../gateways/mpesa/stk-callback.ts'
import { after } from '../rules.ts'
import { type CallbackFacts, checkCallback, longestRequestSeconds } from './check-callback.ts'

const now = new Date('2026-07-01T09:00:00Z')
const attempt = {
  merchantRequestId: 'm-1' as string | null,
  checkoutRequestId: 'ws_CO_1' as string | null,
  answeredAt: now as Date | null,
  createdAt: after(now, -5),
}
const unanswered = { ...attempt, merchantRequestId: null, checkoutRequestId: null, answeredAt: null }
const said: StkCallback = {
  merchantRequestId: 'm-1',
  checkoutRequestId: 'ws_CO_1',
  resultCode: '0',
  resultText: 'fine',
  amountShillings: 1500,
  receipt: 'UG11111111',
}
const judge = (callback: Partial<CallbackFacts>) =>
  checkCallback({ attempt, said, shortcode: '174379', ownShortcode: '174379', now, ...callback })

test('a callback that agrees in everything is believed', () => {
  const outcome = {
    kind: 'success',
    resultCode: '0',
    resultText: 'fine',
    receipt: 'UG11111111',
    amountCents: 150_000,
  }
  expect(judge({})).toMatchObject({ kind: 'believed', isLost: false, outcome })
  expect(judge({ shortcode: null })).toMatchObject({ kind: 'believed' })
})

test('either id wrong is another prompt, or nobody’s', () => {
  for (const wrong of [{ merchantRequestId: 'm-2' }, { checkoutRequestId: 'ws_CO_2' }])
    expect(judge({ said: { ...said, ...wrong } })).toEqual({
      kind: 'rejected',
      because: 'wrong_ids',
      isWorthAsking: false,
    })
})

test('another shortcode and an unreadable body are not believed, but Safaricom is asked', () => {
  expect(judge({ shortcode: '600000' })).toEqual({
    kind: 'rejected',
    because: 'wrong_shortcode',
    isWorthAsking: true,
  })
  expect(judge({ said: undefined })).toEqual({ kind: 'rejected', because: 'unreadable', isWorthAsking: true })
})

test.each([0, -1, 1500.5, Number.POSITIVE_INFINITY, Number.NaN, 250_001, undefined])(
  'an amount of %s was never paid by M-Pesa',
  (amountShillings) => {
    expect(judge({ said: { ...said, amountShillings } })).toMatchObject({
      kind: 'rejected',
      because: 'odd_amount',
    })
  },
)

test('a success without a receipt proves nothing; a failure needs none', () => {
  expect(judge({ said: { ...said, receipt: undefined } })).toMatchObject({ because: 'odd_amount' })
  const failed = { ...said, resultCode: '1032', amountShillings: undefined, receipt: undefined }
  expect(judge({ said: failed })).toMatchObject({ kind: 'believed', outcome: { kind: 'failure' } })
})

test('a callback that overtook our answer waits for it, and no longer than it can take', () => {
  expect(judge({ attempt: unanswered })).toEqual({ kind: 'parked' })
  const long = { ...unanswered, createdAt: after(now, -longestRequestSeconds) }
  expect(judge({ attempt: long })).toMatchObject({ kind: 'believed', isLost: true })
  expect(judge({ attempt: { ...unanswered, answeredAt: now } })).toMatchObject({
    kind: 'believed',
    isLost: true,
  })
})
