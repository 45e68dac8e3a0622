import { expect, test } from 'vitest'
import { readOwed, readReceived } from './read-receipt.ts'

type Attempt = Parameters<typeof readReceived>[0][number]

const anAttempt = (change: Partial<Attempt>): Attempt => ({
  paidAmount: null,
  paidAt: null,
  receipt: null,
  phoneMasked: '+2547•••••678',
  ...change,
})

test('received payments are listed oldest first, without failed prompts', () => {
  const received = readReceived([
    anAttempt({ receipt: 'SECOND', paidAmount: 1000, paidAt: '2027-06-01T09:04:00.000Z' }),
    anAttempt({}),
    anAttempt({ receipt: 'FIRST', paidAmount: 500, paidAt: '2027-06-01T09:01:00.000Z' }),
  ])
  expect(received.map(({ receipt, amount }) => [receipt, amount])).toEqual([
    ['FIRST', 500],
    ['SECOND', 1000],
  ])
})

test('late money for an early prompt is listed after earlier money for a later prompt', () => {
  const received = readReceived([
    anAttempt({ receipt: 'LATER PROMPT', paidAmount: 1500, paidAt: '2027-06-01T09:04:00.000Z' }),
    anAttempt({ receipt: 'EARLY PROMPT', paidAmount: 1500, paidAt: '2027-06-01T11:30:00.000Z' }),
  ])
  expect(received.map(({ receipt }) => receipt)).toEqual(['LATER PROMPT', 'EARLY PROMPT'])
})

test('more than the price is owed back', () => {
  const twice = { status: 'completed', totalAmount: 1500, paidAmount: 3000 } as const
  expect(readOwed(twice)).toEqual({ amount: 1500, isOverpaid: true })
})

test.for([
  ['completed', undefined],
  ['refunded', undefined],
  ['partially_refunded', undefined],
  ['owed_back', 1500],
  ['cancelled', 1500],
  ['expired', 1500],
] as const)('the amount owed back from KSh 1,500 for a purchase that is %s: %s', ([status, owed]) => {
  expect(readOwed({ status, totalAmount: 1500, paidAmount: 1500 })?.amount).toBe(owed)
})
