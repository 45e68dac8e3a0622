import { expect, test } from 'vitest'
import { sw } from './catalogues.ts'

const texts = (words: unknown): string[] =>
  typeof words === 'string' ? [words] : Object.values(words ?? {}).flatMap(texts)

test('Swahili has one word for a number and one for cancelling a ticket or an event', () => {
  const said = texts(sw)
  expect(said.length).toBeGreaterThan(100)
  expect(said.filter((text) => /nambari|(tiketi hii|\{event\}) \w+futwa/i.test(text))).toEqual([])
})

test('an organization owes as an organization, not as a person', () => {
  expect(texts(sw).filter((text) => text.includes('{organization} anapaswa'))).toEqual([])
})
