import { expect, test } from 'vitest'
import { dayThere, scannedWhen } from './rules.ts'

const now = new Date('2027-07-15T06:00:00Z')
const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

test.each([0, 5, -5, -60 * 8, -60 * 24 * 7])('a device that is %i minutes away is believed', (minutes) => {
  expect(scannedWhen(after(minutes), now)).toEqual(after(minutes))
})

test.each([6, 60 * 24 * 365, -60 * 24 * 8, -60 * 24 * 20_000])(
  'a device that is %i minutes away has a wrong clock, and ours decides',
  (minutes) => {
    expect(scannedWhen(after(minutes), now)).toEqual(now)
  },
)

test('without a word from the device it is now', () => {
  expect(scannedWhen(undefined, now)).toEqual(now)
})

test.each([
  ['2027-07-15T20:59:59.999Z', 'Africa/Nairobi', '2027-07-15'],
  ['2027-07-15T21:00:00.000Z', 'Africa/Nairobi', '2027-07-16'],
  ['2027-07-15T03:30:00.000Z', 'America/New_York', '2027-07-14'],
  ['2027-03-28T00:59:59.000Z', 'Europe/London', '2027-03-28'],
])('at %s in %s the day is %s', (at, timezone, day) => {
  expect(dayThere(new Date(at), timezone)).toBe(day)
})
