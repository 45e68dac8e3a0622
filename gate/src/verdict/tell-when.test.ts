import { expect, test } from 'vitest'
import { tellAge, tellTime } from './tell-when.ts'

const at = '2027-07-15T05:42:10Z'
const timezone = 'Africa/Nairobi'

test("the time is local time in Eldoret, whatever the phone's zone", () => {
  expect(tellTime({ at, now: '2027-07-15T06:00:00Z', timezone, language: 'en' })).toBe('08:42')
  expect(tellTime({ at, now: '2027-07-15T06:00:00Z', timezone, language: 'sw' })).toBe('08:42')
})

test('another day is named with the time', () => {
  expect(tellTime({ at, now: '2027-07-16T05:00:00Z', timezone, language: 'en' })).toMatch(/Thu.*15.*08:42/)
})

test.each([
  ['2027-07-15T05:42:10Z', 'now'],
  ['2027-07-15T05:42:08Z', 'now'],
  ['2027-07-15T05:42:40Z', '30 seconds ago'],
  ['2027-07-15T05:45:10Z', '3 minutes ago'],
  ['2027-07-15T08:50:00Z', '3 hours ago'],
])('at %s it was %s', (now, told) => {
  expect(tellAge({ at, now, language: 'en' })).toBe(told)
})

test('and so in Swahili', () => {
  expect(tellAge({ at, now: '2027-07-15T05:45:10Z', language: 'sw' })).toBe('dakika 3 zilizopita')
})
