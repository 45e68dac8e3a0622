import { expect, test } from 'vitest'
import { chamber, galaOf, generalOf, summitOf } from './summit.ts'
import { datesOnSale } from './summit-dates.ts'

const dates = datesOnSale(new Date('2026-11-28T12:00:00+03:00'))
const texts = [
  ...[chamber, summitOf('org', dates)].flatMap(({ name, title, description }: Told) => [
    name,
    title,
    description,
  ]),
  ...[generalOf('event', dates), galaOf('event', 'type', dates)].flatMap((type) => [
    type.name,
    type.description,
    ...(type.benefits ?? []),
  ]),
]
  .filter((text) => text !== undefined)
  .join('\n')

type Told = { name?: string; title?: string; description?: string | undefined }

test('texts give times in the format of the pages, and days without a year, since the summit moves by years', () => {
  expect(texts).toContain('18:00 to 23:00')
  expect(texts).not.toMatch(/\d\s?[AP]M\b/i)
  expect(texts).not.toMatch(/\b20\d\d\b/)
  expect(texts).not.toMatch(/\bJuly \d/)
})
