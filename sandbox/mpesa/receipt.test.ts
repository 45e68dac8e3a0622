import { expect, test } from 'vitest'
import { checkoutStamp, transactionStamp } from './east-africa-time.ts'
import { newCheckoutRequestId } from './ids.ts'
import { ReceiptBook } from './receipt.ts'

test.each([
  ['2026-10-02T09:00:00Z', 'UJ2'],
  ['2023-11-21T09:00:00Z', 'RKL'],
  ['2019-04-02T09:00:00Z', 'ND2'],
  // Already the next year in Nairobi.
  ['2025-12-31T21:30:00Z', 'UA1'],
])('a receipt of %s begins with %s', (date, mark) => {
  expect(new ReceiptBook().next(new Date(date))).toMatch(new RegExp(`^${mark}[A-Z0-9]{7}$`))
})

test('receipts of one day differ', () => {
  const book = new ReceiptBook()
  const day = new Date('2026-07-16T12:00:00Z')
  expect(new Set(Array.from({ length: 5_000 }, () => book.next(day))).size).toBe(5_000)
})

test('dates in messages are in Nairobi time', () => {
  const date = new Date('2026-07-15T21:05:09.870Z')
  expect(transactionStamp(date)).toBe('20260716000509')
  expect(checkoutStamp(date)).toBe('16072026000509')
})

test('a CheckoutRequestID that is already used gets two more digits', () => {
  const date = new Date('2026-07-15T21:05:09.870Z')
  const taken = new Set<string>()
  const next = () => {
    const id = newCheckoutRequestId(date, '254712345678', (one) => taken.has(one))
    taken.add(id)
    return id
  }
  expect([next(), next(), next()]).toEqual([
    'ws_CO_160720260005098712345678',
    'ws_CO_16072026000509000712345678',
    'ws_CO_16072026000509001712345678',
  ])
})
