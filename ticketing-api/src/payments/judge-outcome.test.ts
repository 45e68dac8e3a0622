import { toCents } from '@event-sphere/contract/values/money'
import { expect, test } from 'vitest'
import { judgeOutcome, type Outcome } from './judge-outcome.ts'
import type { AttemptStatus } from './payment-row.ts'

const attempt = (status: AttemptStatus, more: { receipt?: string; paid?: number } = {}) => ({
  status,
  amountCents: toCents(150_000),
  paidCents: status === 'paid' ? toCents(more.paid ?? 150_000) : null,
  receipt: more.receipt ?? null,
})
const query: Outcome = { kind: 'success', resultCode: '0', resultText: '' }
const callback = (shillings = 1500, receipt = 'UG11111111'): Outcome => ({
  ...query,
  amountCents: toCents(shillings * 100),
  receipt,
})
const failure: Outcome = { kind: 'failure', resultCode: '1032', resultText: '' }
const inFlight: Outcome = { kind: 'in_flight', resultCode: '4999', resultText: '' }

test('a success pays from everywhere, and after a failure somebody asks again', () => {
  for (const status of ['created', 'prompted', 'expired'] as const)
    expect(judgeOutcome(attempt(status), callback())).toEqual({
      verdict: 'paid',
      cents: 150_000,
      isSurprise: false,
    })
  expect(judgeOutcome(attempt('failed'), callback())).toEqual({
    verdict: 'paid',
    cents: 150_000,
    isSurprise: true,
  })
})

test('the callback says how much came in; a query that it is what was asked for', () => {
  expect(judgeOutcome(attempt('prompted'), callback(1499))).toMatchObject({ cents: 149_900 })
  expect(judgeOutcome(attempt('prompted'), callback(1501))).toMatchObject({ cents: 150_100 })
  expect(judgeOutcome(attempt('prompted'), query)).toMatchObject({ cents: 150_000 })
})

test('nothing takes a payment back', () => {
  const paid = attempt('paid', { receipt: 'UG11111111' })
  expect(judgeOutcome(paid, failure)).toEqual({ verdict: 'contradiction' })
  expect(judgeOutcome(paid, inFlight)).toEqual({ verdict: 'known' })
  expect(judgeOutcome(paid, query)).toEqual({ verdict: 'known' })
  expect(judgeOutcome(paid, callback())).toEqual({ verdict: 'known' })
  expect(judgeOutcome(paid, callback(1500, 'UG22222222'))).toEqual({ verdict: 'contradiction' })
})

test('the receipt of a payment that a query found comes later, with what is more', () => {
  const judge = (shillings: number) => judgeOutcome(attempt('paid'), callback(shillings))
  const added = { verdict: 'receipt_added', receipt: 'UG11111111' }
  expect(judge(1500)).toEqual({ ...added, moreCents: 0, isShort: false })
  expect(judge(1501)).toEqual({ ...added, moreCents: 100, isShort: false })
  expect(judge(1499)).toEqual({ ...added, moreCents: 0, isShort: true })
})

test('a failure ends what is open, and what is in flight only leaves a note', () => {
  for (const status of ['created', 'prompted', 'expired'] as const) {
    expect(judgeOutcome(attempt(status), failure)).toEqual({ verdict: 'failed' })
    expect(judgeOutcome(attempt(status), inFlight)).toEqual({ verdict: 'noted' })
  }
  expect(judgeOutcome(attempt('failed'), failure)).toEqual({ verdict: 'known' })
  expect(judgeOutcome(attempt('failed'), inFlight)).toEqual({ verdict: 'known' })
})
