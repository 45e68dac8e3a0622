import { expect, test } from 'vitest'
import { tellPrice } from './tell-price.ts'

test.each([
  [0, 'Free', 'Bila malipo'],
  [150_000, 'KSh 1,500', 'KSh 1,500'],
  [9950, 'KSh 99.50', 'KSh 99.50'],
  [123_456_700, 'KSh 1,234,567', 'KSh 1,234,567'],
])('%i cents are told as %s, and as %s', (cents, english, swahili) => {
  expect(tellPrice(cents, 'en')).toBe(english)
  expect(tellPrice(cents, 'sw')).toBe(swahili)
})
