import { expect, test } from 'vitest'
import { eastAfricaTimestamp } from './east-africa-time.ts'
import { maskPhone } from './mask-phone.ts'

test('Nairobi is three hours ahead of UTC, over midnight and the end of the year too', () => {
  expect(eastAfricaTimestamp(new Date('2026-06-28T06:24:08.123Z'))).toBe('20260628092408')
  expect(eastAfricaTimestamp(new Date('2026-12-31T21:00:00Z'))).toBe('20270101000000')
})

test('a phone is masked but for its ends', () => {
  expect(maskPhone('+254712345678')).toBe('+2547•••••678')
  expect(maskPhone('12')).toBe('•••')
})
