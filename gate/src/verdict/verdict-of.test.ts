import { scanResult } from '@event-sphere/contract/check-in'
import { expect, test } from 'vitest'
import { en } from '../language/en.ts'
import { sw } from '../language/sw.ts'
import { verdictOf } from './verdict-of.ts'

const results = [...scanResult.options, 'unknown'] as const

test.each(results)('%s has a word and advice of its own in both languages', (result) => {
  const { word, advice } = verdictOf(result)
  expect(word).toBe(`verdict.${result}`)
  expect(advice).toBe(`advice.${result}`)
  for (const catalogue of [en, sw]) {
    expect(catalogue[word]).toMatch(/\S/)
    expect(catalogue[advice]).toMatch(/\S/)
  }
})

test('only admitted is green', () => {
  expect(results.filter((result) => verdictOf(result).tone === 'go')).toEqual(['admitted'])
})

test('no two verdicts are called the same', () => {
  for (const catalogue of [en, sw]) {
    const words = results.map((result) => catalogue[verdictOf(result).word])
    expect(new Set(words).size).toBe(words.length)
  }
})
