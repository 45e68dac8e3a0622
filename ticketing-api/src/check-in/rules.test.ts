import { expect, test } from 'vitest'
import { wallClockThere } from './rules.ts'

test.each([
  ['2027-07-15T20:59:59.999Z', 'Africa/Nairobi', '2027-07-15', '23:59'],
  ['2027-07-15T21:00:00.000Z', 'Africa/Nairobi', '2027-07-16', '00:00'],
  ['2027-07-15T03:30:00.000Z', 'America/New_York', '2027-07-14', '23:30'],
  ['2027-03-28T00:59:59.000Z', 'Europe/London', '2027-03-28', '00:59'],
  ['2027-03-28T01:00:00.000Z', 'Europe/London', '2027-03-28', '02:00'],
])('at %s in %s it is %s, %s', (at, timezone, day, time) => {
  expect(wallClockThere(new Date(at), timezone)).toEqual({ day, time })
})
