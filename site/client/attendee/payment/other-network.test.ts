import { expect, test } from 'vitest'
import { isOtherNetwork } from './other-network.ts'

test.each([
  '0733 123 456',
  '0750123456',
  '+254 780 123 456',
  '254101234567',
  '0772123456',
  '0747123456',
  '733123456',
])("%s is in another network's range", (typed) => expect(isOtherNetwork(typed)).toBe(true))

test.each([
  '0712 345 678',
  '+254 712 345 678',
  '0110123456',
  '0757123456',
  '0768123456',
  '0799123456',
  '0741123456',
  '712345678',
  '073',
  'hello',
])('%s is accepted without a question', (typed) => expect(isOtherNetwork(typed)).toBe(false))
