import { expect, test } from 'vitest'
import { countDeaths } from './count-deaths.ts'

test('each start again waits twice as long, and the fifth death within a minute is the last', () => {
  let now = 0
  const deaths = countDeaths(() => now)
  const pauses = Array.from({ length: 5 }, () => {
    now += 5000
    return deaths.pauseAfterAnother()
  })

  expect(pauses).toEqual([500, 1000, 2000, 4000, undefined])
})

test('deaths of more than a minute ago are forgotten', () => {
  let now = 0
  const deaths = countDeaths(() => now)
  const pauses = Array.from({ length: 20 }, () => {
    now += 60_000
    return deaths.pauseAfterAnother()
  })

  expect(new Set(pauses)).toEqual(new Set([500]))
})
