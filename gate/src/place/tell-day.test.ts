import { expect, test } from 'vitest'
import { tellDays, tellToday } from './tell-day.ts'

test('today is shown in the event’s zone and the agent’s language', () => {
  const at = new Date('2027-07-15T21:30:00Z')
  expect(tellToday(at, 'Africa/Nairobi', 'en')).toBe('Friday, 16 July')
  expect(tellToday(at, 'Africa/Nairobi', 'sw')).toBe('Ijumaa, 16 Julai')
})

test('days are shown from the first to the last', () => {
  expect(tellDays(['2027-07-16'], 'en')).toBe('16 July 2027')
  expect(tellDays(['2027-07-15', '2027-07-16', '2027-07-17'], 'en')).toMatch(/^15\s?–\s?17 July 2027$/)
  expect(tellDays([], 'en')).toBe('–')
})
