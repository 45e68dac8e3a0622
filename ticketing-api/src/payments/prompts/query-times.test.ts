import { expect, test } from 'vitest'
import { firstQueryAt, nextQueryAt } from './query-times.ts'

const promptedAt = new Date('2026-07-01T09:00:00Z')
const at = (seconds: number) => new Date(promptedAt.getTime() + seconds * 1000)
const nextAfter = (seconds: number) => {
  const next = nextQueryAt(promptedAt, at(seconds))
  return next && (next.getTime() - promptedAt.getTime()) / 1000
}

test('closely at first, then every five minutes, for a day', () => {
  expect(firstQueryAt(promptedAt)).toEqual(at(15))
  const asked = [15]
  for (let next = nextAfter(15); next !== undefined && asked.length < 1000; next = nextAfter(next))
    asked.push(next)
  expect(asked.slice(0, 9)).toEqual([15, 25, 40, 60, 90, 120, 420, 720, 1020])
  expect(asked.at(-1)).toBeLessThanOrEqual(24 * 3600)
  expect(asked.at(-1)).toBeGreaterThan(24 * 3600 - 301)
})

test('what was missed is not made up for', () => {
  expect(nextAfter(70)).toBe(90)
  expect(nextAfter(500)).toBe(800)
  expect(nextAfter(24 * 3600)).toBeUndefined()
})
