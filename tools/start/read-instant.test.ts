import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readInstant } from './read-instant.ts'

test.each([
  ['2027-07-15T08:00', '2027-07-15T05:00:00.000Z'],
  ['2027-07-15T08:00:30', '2027-07-15T05:00:30.000Z'],
  ['2027-07-15', '2027-07-14T21:00:00.000Z'],
  ['2027-07-15T08:00Z', '2027-07-15T08:00:00.000Z'],
  ['2027-07-15T08:00+01:00', '2027-07-15T07:00:00.000Z'],
  ['2028-02-29T00:00', '2028-02-28T21:00:00.000Z'],
])('%s is %s', (text, instant) => {
  expect(readInstant(text)?.toISOString()).toBe(instant)
})

test.each([
  '',
  'tomorrow',
  '15-07-2027',
  '2027-7-15',
  '2027-13-01T08:00',
  '2027-02-30T08:00',
  '2027-02-29T08:00',
  '2027-07-15T25:00',
  '2027-07-15T08:60',
  '2027-07-15 08:00',
  '2027-07-15T08',
  '1784091600',
])('%j is not a valid time', (text) => {
  expect(readInstant(text)).toBeUndefined()
})

test('every valid instant is read as itself', () => {
  const years = { min: new Date('2020-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }
  fc.assert(
    fc.property(fc.date(years), (instant) => {
      expect(readInstant(instant.toISOString())?.getTime()).toBe(instant.getTime())
    }),
  )
})
