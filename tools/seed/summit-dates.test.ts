import fc from 'fast-check'
import { expect, test } from 'vitest'
import { datesNotOver, datesOnSale } from './summit-dates.ts'

const anyInstant = fc.date({ min: new Date('2020-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })

test.each([
  ['2024-05-01T12:00:00+03:00', 2026],
  ['2026-01-01T00:00:00+03:00', 2026],
  ['2026-07-14T23:59:58+03:00', 2026],
  ['2026-07-14T23:59:59+03:00', 2027],
  ['2026-07-15T08:00:00+03:00', 2027],
  ['2026-11-22T18:00:00Z', 2027],
  ['2027-07-14T20:59:58Z', 2027],
  ['2027-07-14T20:59:59Z', 2028],
])('at %s the summit of %i is on sale', (now, year) => {
  expect(datesOnSale(new Date(now)).year).toBe(year)
})

test.each([
  ['2026-07-15T08:00:00+03:00', 2026],
  ['2026-07-17T23:59:59+03:00', 2026],
  ['2026-07-18T00:00:00+03:00', 2027],
  ['2027-07-15T05:00:00Z', 2027],
  ['2027-07-17T20:59:59Z', 2027],
  ['2027-07-17T21:00:00Z', 2028],
])('a demonstration at %s uses the summit of %i', (now, year) => {
  expect(datesNotOver(new Date(now)).year).toBe(year)
})

test('on any day general admission and gala are on sale', () => {
  fc.assert(
    fc.property(anyInstant, (now) => {
      const dates = datesOnSale(now)
      expect(new Date(dates.saleStartDate) < now).toBe(true)
      expect(now < new Date(dates.generalSaleEndDate)).toBe(true)
      expect(now < new Date(dates.galaSaleEndDate)).toBe(true)
    }),
  )
})

test('on any day the demonstration has the next summit that is not over', () => {
  fc.assert(
    fc.property(anyInstant, (now) => {
      const { year } = datesNotOver(now)
      expect(now < new Date(`${year}-07-18T00:00:00+03:00`)).toBe(true)
      expect(year === 2026 || now >= new Date(`${year - 1}-07-18T00:00:00+03:00`)).toBe(true)
    }),
  )
})

test('the summit is always 15 to 17 July in Eldoret, its gala on the 16th', () => {
  fc.assert(
    fc.property(anyInstant, (now) => {
      const { year, startDateTime, endDateTime, galaDay } = datesOnSale(now)
      expect(new Date(startDateTime).toISOString()).toBe(`${year}-07-15T05:00:00.000Z`)
      expect(new Date(endDateTime).toISOString()).toBe(`${year}-07-17T15:00:00.000Z`)
      expect(galaDay).toBe(`${year}-07-16`)
    }),
  )
})

test('the sale opens on 1 February, or on the day before the demonstration if that is earlier', () => {
  expect(datesOnSale(new Date('2026-11-22T18:00:00Z')).saleStartDate).toBe('2026-11-21T18:00:00.000Z')
  expect(datesOnSale(new Date('2027-05-01T09:00:00Z')).saleStartDate).toBe('2027-02-01T00:00:00+03:00')
})
