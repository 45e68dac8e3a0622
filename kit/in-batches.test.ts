import { performance } from 'node:perf_hooks'
import { expect, test } from 'vitest'
import { inBatches } from './in-batches.ts'

/** Work that takes so many milliseconds of this process. */
const work = (milliseconds: number) => {
  const endsAt = performance.now() + milliseconds
  while (performance.now() < endsAt);
}

test('between batches it rests for longer than it worked, and after the last one not at all', async () => {
  const rests: number[] = []
  const rest = async (milliseconds: number) => void rests.push(milliseconds)
  const left = [20, 5, 1]

  await inBatches(
    async () => {
      work(left.shift() ?? 0)
      return left.length > 0
    },
    { rest },
  )

  expect(rests).toHaveLength(2)
  expect(rests[0]).toBeGreaterThanOrEqual(4 * 20)
  expect(rests[1]).toBeGreaterThanOrEqual(4 * 5)
})

test('a batch that took very long is not followed by a rest that is very long', async () => {
  const rests: number[] = []
  const rest = async (milliseconds: number) => void rests.push(milliseconds)
  const left = [300, 0]
  await inBatches(
    async () => {
      work(left.shift() ?? 0)
      return left.length > 0
    },
    { rest },
  )
  expect(rests).toEqual([1000])
})

test('when its time is over no other batch begins, but one is always done', async () => {
  let batches = 0
  await inBatches(
    async () => {
      batches += 1
      return true
    },
    { withinMilliseconds: 0 },
  )
  expect(batches).toBe(1)
})
