import { expect, test } from 'vitest'
import { galaOf, generalOf } from './summit.ts'
import { datesOnSale } from './summit-dates.ts'

const dates = datesOnSale(new Date('2026-11-28T12:00:00+03:00'))

test('in the demonstration, one person may have one general admission and at most four galas', () => {
  expect(generalOf('event', dates)).toMatchObject({ maxPerPerson: 1, maxPerPurchase: 1 })
  expect(galaOf('event', 'general', dates)).toMatchObject({
    maxPerPerson: 4,
    maxPerPurchase: 4,
    requires: ['general'],
  })
})
