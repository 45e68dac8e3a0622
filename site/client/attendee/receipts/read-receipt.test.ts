import { expect, test } from 'vitest'
import { readOwed, readReceived } from './read-receipt.ts'

type Paid = Parameters<typeof readReceived>[0]
type Attempt = Parameters<typeof readReceived>[1][number]

const paid = (change: Partial<Paid> = {}): Paid => ({
  status: 'completed',
  totalAmount: 1500,
  paidAmount: 1500,
  createdAt: '2027-06-01T09:00:00.000Z',
  completedAt: '2027-06-01T09:01:00.000Z',
  ...change,
})
const anAttempt = (change: Partial<Attempt>): Attempt => ({
  status: 'completed',
  amount: 1500,
  promptedAt: '2027-06-01T09:00:30.000Z',
  receipt: null,
  phoneMasked: '+2547•••••678',
  ...change,
})

test('prompts that ended without money are no payments, and two that were paid come in their order', () => {
  const purchase = paid({ paidAmount: 3000 })
  const payments = [
    anAttempt({ status: 'completed', receipt: 'SECOND', promptedAt: '2027-06-01T09:04:00.000Z' }),
    anAttempt({ status: 'failed', promptedAt: '2027-06-01T09:02:00.000Z' }),
    anAttempt({ status: 'completed', receipt: 'FIRST', promptedAt: '2027-06-01T09:00:00.000Z' }),
  ]
  const received = readReceived(purchase, payments)
  expect(received.map(({ receipt, amount }) => [receipt, amount])).toEqual([
    ['FIRST', 1500],
    ['SECOND', 1500],
  ])
  expect(readOwed(purchase)).toEqual({ amount: 1500, isOverpaid: true })
})

test('what one phone paid is what came in, at the time of it', () => {
  const purchase = paid({ paidAmount: 500 })
  const received = readReceived(purchase, [anAttempt({ status: 'completed', receipt: 'ONE' })])
  expect(received).toMatchObject([{ amount: 500, at: '2027-06-01T09:01:00.000Z', receipt: 'ONE' }])
})

test('money whose payment is not known is told without a number', () => {
  expect(readReceived(paid(), [])).toEqual([
    { amount: 1500, at: '2027-06-01T09:01:00.000Z', receipt: null, phoneMasked: null },
  ])
})

test.for([
  ['completed', undefined],
  ['refunded', undefined],
  ['partially_refunded', undefined],
  ['owed_back', 1500],
  ['cancelled', 1500],
  ['expired', 1500],
] as const)('of KSh 1,500 for a purchase that is %s, this is owed back: %s', ([status, owed]) => {
  expect(readOwed(paid({ status }))?.amount).toBe(owed)
})
