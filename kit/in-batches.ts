import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'

/** Of a processor's time, what all backlogs of a process may take together: the rest is for those who sell. */
const shareOfTime = 0.05
const longestRestMilliseconds = 1000

interface Batches {
  withinMilliseconds?: number | undefined
  rest?: (milliseconds: number) => Promise<unknown>
}

/** How many backlogs this process is working off. */
let underway = 0

/**
 * Works a backlog off in the background, batch by batch, with a rest after each that leaves more to do. The more
 * backlogs there are at once, the longer each of them rests.
 * @param batch does a part of the work, and says whether more is left
 * @param withinMilliseconds after this time no other batch begins; what is left is for the next round
 */
export async function inBatches(
  batch: () => Promise<boolean>,
  { withinMilliseconds = 20_000, rest = sleep }: Batches = {},
): Promise<void> {
  const endsAt = performance.now() + withinMilliseconds
  underway += 1
  try {
    for (;;) {
      const begunAt = performance.now()
      const isDone = !(await batch())
      const now = performance.now()
      if (isDone || now >= endsAt) return
      await rest(Math.min((now - begunAt) * (underway / shareOfTime - 1), longestRestMilliseconds))
    }
  } finally {
    underway -= 1
  }
}
