import { expect, test } from 'vitest'
import { paceStarts } from './pace-starts.ts'

const pace = { firstMilliseconds: 500, longestMilliseconds: 30_000, healthyMilliseconds: 60_000 }

test('each pause is twice as long as the last, up to half a minute, without an end', () => {
  const starts = paceStarts(pace, () => 0)

  const pauses = Array.from({ length: 1000 }, () => starts.pauseAfterEnd())

  expect(pauses.slice(0, 8)).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000])
  expect(new Set(pauses.slice(8))).toEqual(new Set([30_000]))
})

test('after a healthy minute the pauses start again from the first', () => {
  let now = 0
  const starts = paceStarts(pace, () => now)
  const liveFor = (milliseconds: number) => {
    starts.begins()
    now += milliseconds
    return starts.pauseAfterEnd()
  }

  expect([liveFor(100), liveFor(59_999), liveFor(60_000), liveFor(100)]).toEqual([500, 1000, 500, 1000])
})
