import { expect, test } from 'vitest'
import { codesFor, faultOfTimes } from './rules.ts'

const startsAt = new Date('2027-07-15T05:00:00Z')
const timezone = 'Africa/Nairobi'

test.each([
  ['eldoret-business-summit-2026', 'EBS2026'],
  ['eldoret-business-summit', 'EBS2027'],
  ['summit', 'S2027'],
  ['2026', 'E2026'],
  ['5-a-side', '5AS2027'],
  ['a-b-c-d-e-f-g-h-i-j-k-l-m', 'ABCDEFGHIJ2027'],
])('the slug %s becomes %s', (slug, code) => {
  const codes = codesFor({ slug, startsAt, timezone })
  expect(codes[0]).toBe(code)
  expect(codes.every((each) => /^[A-Z0-9]{2,16}$/.test(each))).toBe(true)
})

test('the year of a code is that of the event where it takes place', () => {
  const newYear = new Date('2026-12-31T21:30:00Z')
  expect(codesFor({ slug: 'party', startsAt: newYear, timezone })[0]).toBe('P2027')
  expect(codesFor({ slug: 'party', startsAt: newYear, timezone: 'UTC' })[0]).toBe('P2026')
})

test.each([
  ['a day', '2027-07-16T05:00:00Z', true],
  ['a year', '2028-07-15T05:00:00Z', true],
  ['two years', '2029-07-15T05:00:00Z', false],
  ['no time', '2027-07-15T05:00:00Z', false],
  ['less than nothing', '2027-07-14T05:00:00Z', false],
])('an event of %s', (_, endsAt, isInOrder) => {
  expect(faultOfTimes({ startsAt, endsAt: new Date(endsAt) }) === undefined).toBe(isInOrder)
})
