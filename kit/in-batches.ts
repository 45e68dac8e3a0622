import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'

/** Rest for each millisecond of work: whoever works a fifth of the time leaves the machine to those who sell. */
const restPerWork = 4
const longestRestMilliseconds = 1000

interface Batches {
  withinMilliseconds?: number | undefined
  rest?: (milliseconds: number) => Promise<unknown>
}

/**
 * Works a backlog off in the background, batch by batch, with a rest after each that leaves more to do.
 * @param batch does a part of the work, and says whether more is left
 * @param withinMilliseconds after this time no other batch begins; what is left is for the next round
 */
export async function inBatches(
  batch: () => Promise<boolean>,
  { withinMilliseconds = 20_000, rest = sleep }: Batches = {},
): Promise<void> {
  const endsAt = performance.now() + withinMilliseconds
  for (;;) {
    const begunAt = performance.now()
    const isDone = !(await batch())
    const now = performance.now()
    if (isDone || now >= endsAt) return
    await rest(Math.min((now - begunAt) * restPerWork, longestRestMilliseconds))
  }
}
