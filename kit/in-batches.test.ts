import { performance } from 'node:perf_hooks'
import { expect, test } from 'vitest'
import { inBatches } from './in-batches.ts'

/** Busy work that takes this many milliseconds of CPU time. */
const work = (milliseconds: number) => {
  const endsAt = performance.now() + milliseconds
  while (performance.now() < endsAt);
}

/** How long it rests after each batch; the arguments are the batches' durations in milliseconds. */
async function restsOf(...batches: number[]): Promise<number[]> {
  const rests: number[] = []
  await inBatches(
    async () => {
      work(batches.shift() ?? 0)
      return batches.length > 0
    },
    { rest: async (milliseconds) => void rests.push(milliseconds) },
  )
  return rests
}

test('it rests much longer than it worked between batches, and not at all after the last one', async () => {
  const rests = await restsOf(20, 5, 1)
  expect(rests).toHaveLength(2)
  expect(rests[0]).toBeGreaterThanOrEqual(19 * 20)
  expect(rests[1]).toBeGreaterThanOrEqual(19 * 5)
})

test('two backlogs at once take no more CPU time than one', async () => {
  let end = (_isMore: boolean) => {}
  const other = inBatches(() => new Promise((resolve) => (end = resolve)))
  const [rest] = await restsOf(10, 0)
  end(false)
  await other
  expect(rest).toBeGreaterThanOrEqual(39 * 10)
})

test('a very long batch is not followed by a very long rest', async () => {
  expect(await restsOf(300, 0)).toEqual([1000])
})

test('no batch begins after the time is up, but one is always done', async () => {
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
