import { noCents, toCents } from '@event-sphere/contract/values/money'
import { expect, test } from 'vitest'
import {
  after,
  decidePrompt,
  isPaidInFull,
  type PayablePurchase,
  type PromptFacts,
  stretchHold,
  toWholeShillings,
} from './rules.ts'
import type { CountedAttempt } from './store.ts'

const now = new Date('2026-07-01T09:00:00Z')
const gala: PayablePurchase = {
  status: 'pending_payment',
  totalCents: toCents(150_000),
  paidCents: noCents,
  owedCents: noCents,
  expiresAt: after(now, 1800),
}
const decide = (facts: Partial<PromptFacts>) =>
  decidePrompt({
    now,
    purchase: gala,
    eventStatus: 'published',
    isPaused: false,
    holdOriginally: after(now, 1800),
    statedCents: undefined,
    open: undefined,
    openOnPhone: undefined,
    samePaidAt: undefined,
    attempts: [],
    pausedUntil: undefined,
    ...facts,
  })

test('a prompt asks for what is owed, whatever the caller does not say', () => {
  expect(decide({})).toEqual({ ok: true, amountCents: 150_000 })
  expect(decide({ statedCents: toCents(150_000) })).toMatchObject({ ok: true, amountCents: 150_000 })
  expect(decide({ purchase: { ...gala, paidCents: toCents(149_900) } })).toMatchObject({
    ok: true,
    amountCents: 100,
  })
})

test('another amount than what is owed is refused with what is owed', () => {
  for (const stated of [0, 1, 149_999, 150_001])
    expect(decide({ statedCents: toCents(stated) })).toEqual({
      ok: false,
      reason: 'total_changed',
      dueCents: 150_000,
    })
})

test.each(['completed', 'expired', 'cancelled', 'owed_back', 'refunded'] as const)(
  '%s is closed',
  (status) => {
    expect(decide({ purchase: { ...gala, status } })).toEqual({ ok: false, reason: 'purchase_closed' })
  },
)

test('a hold that ends this instant has ended', () => {
  const ending = (seconds: number, holdOriginally = after(now, seconds)) =>
    decide({ purchase: { ...gala, expiresAt: after(now, seconds) }, holdOriginally })
  expect(ending(0)).toMatchObject({ reason: 'purchase_closed' })
  expect(ending(1)).toMatchObject({ ok: true, holdUntil: after(now, 120) })
  expect(ending(1800)).toMatchObject({ ok: true, holdUntil: undefined })
})

test('no prompt goes out that would outlive its seats', () => {
  const stretched = (seconds: number) =>
    decide({
      purchase: { ...gala, expiresAt: after(now, seconds) },
      holdOriginally: after(now, seconds - 600),
    })
  expect(stretched(120)).toMatchObject({ ok: true })
  expect(stretched(119)).toEqual({ ok: false, reason: 'purchase_closed' })
})

test('a withdrawn or cancelled event prompts nobody', () => {
  for (const eventStatus of ['draft', 'cancelled'] as const)
    expect(decide({ eventStatus })).toEqual({ ok: false, reason: 'sale_closed' })
})

test('a suspended organization prompts nobody', () => {
  expect(decide({ isPaused: true })).toEqual({ ok: false, reason: 'sales_paused' })
})

test('while Safaricom has too much nobody prompts', () => {
  const pausedUntil = after(now, 5)
  expect(decide({ pausedUntil })).toEqual({
    ok: false,
    reason: 'payment_provider_refused',
    retryAt: pausedUntil,
  })
})

test('one live attempt a purchase; after its time Safaricom is asked first', () => {
  const open = { openUntil: after(now, 30) }
  expect(decide({ open })).toEqual({ ok: false, reason: 'payment_in_progress', retryAt: open.openUntil })
  expect(decide({ open: { openUntil: now } })).toEqual({ ok: false, reason: 'stale_attempt' })
})

test('a phone that may be showing the prompt of another purchase is waited for, before anything is counted', () => {
  const openOnPhone = { openUntil: after(now, 70) }
  const attempts = tried(6, { isOfPhone: true })
  expect(decide({ openOnPhone, attempts })).toEqual({
    ok: false,
    reason: 'phone_busy',
    retryAt: openOnPhone.openUntil,
  })
})

test('M-Pesa takes the same amount from one phone again after two minutes', () => {
  expect(decide({ samePaidAt: after(now, -119) })).toEqual({
    ok: false,
    reason: 'same_amount_just_paid',
    retryAt: after(now, 1),
  })
  expect(decide({ samePaidAt: after(now, -120) })).toMatchObject({ ok: true })
})

test('whether a phone is busy, or has just paid, is told to nobody who could not ring it', () => {
  const phone = { openOnPhone: { openUntil: after(now, 70) }, samePaidAt: now }
  expect(decide({ ...phone, attempts: tried(10, { isOfPurchase: true }) })).toMatchObject({
    reason: 'rate_limited',
  })
  expect(decide({ ...phone, attempts: tried(20, { isOfPayer: true }) })).toMatchObject({
    reason: 'rate_limited',
  })
  expect(decide({ ...phone, pausedUntil: after(now, 30) })).toMatchObject({
    reason: 'payment_provider_refused',
  })
  const stretched = { purchase: { ...gala, expiresAt: after(now, 60) }, holdOriginally: after(now, -600) }
  expect(decide({ ...phone, ...stretched })).toMatchObject({ reason: 'purchase_closed' })
})

const tried = (howMany: number, what: Partial<CountedAttempt>) =>
  Array.from({ length: howMany }, (_, at) => ({
    at: after(now, -500 + at),
    hasRung: false,
    isOfPhone: false,
    isOfPurchase: false,
    isOfPayer: false,
    ...what,
  }))

test.each([
  ['three prompts that may have rung, a phone', 3, { hasRung: true, isOfPhone: true }],
  ['five that may have rung, a purchase', 5, { hasRung: true, isOfPurchase: true }],
  ['six attempts a phone, whatever became of them', 6, { isOfPhone: true }],
  ['ten attempts a purchase', 10, { isOfPurchase: true }],
  ['twenty attempts a payer', 20, { isOfPayer: true }],
])('within ten minutes at most %s; and it is said until when', (_, most, what) => {
  expect(decide({ attempts: tried(most - 1, what) })).toMatchObject({ ok: true })
  expect(decide({ attempts: tried(most, what) })).toEqual({
    ok: false,
    reason: 'rate_limited',
    retryAt: after(now, 100),
  })
})

test('of several limits the last end counts', () => {
  const attempts = [
    ...tried(3, { hasRung: true, isOfPhone: true }),
    ...tried(5, { hasRung: true, isOfPurchase: true }),
  ]
  attempts.forEach((attempt, at) => {
    attempt.at = after(now, -500 + at * 10)
  })
  expect(decide({ attempts })).toMatchObject({ reason: 'rate_limited', retryAt: after(now, 130) })
})

test('a hold outlives the attempt, but is stretched by ten minutes at most', () => {
  const hold = { originally: after(now, 60), until: after(now, 60) }
  expect(stretchHold(hold, after(now, 120))).toEqual(after(now, 120))
  expect(stretchHold(hold, after(now, 30))).toBeUndefined()
  expect(stretchHold({ ...hold, until: after(now, 600) }, after(now, 700))).toEqual(after(now, 660))
  expect(stretchHold({ ...hold, until: after(now, 660) }, after(now, 780))).toBeUndefined()
})

test('M-Pesa takes whole shillings, so cents are rounded up', () => {
  expect(toWholeShillings(toCents(150_000))).toBe(150_000)
  expect(toWholeShillings(toCents(149_950))).toBe(150_000)
  expect(toWholeShillings(toCents(1))).toBe(100)
})

test('paid in full is asked of what waits, lapsed or given up, and of nothing else', () => {
  const isFull = (status: PayablePurchase['status'], paid: number) =>
    isPaidInFull({ ...gala, status, paidCents: toCents(paid) })
  for (const status of ['pending_payment', 'expired', 'cancelled'] as const) {
    expect(isFull(status, 150_000)).toBe(true)
    expect(isFull(status, 149_900)).toBe(false)
  }
  for (const status of ['completed', 'owed_back', 'refunded'] as const)
    expect(isFull(status, 150_000)).toBe(false)
})
