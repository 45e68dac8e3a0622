import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'

/** The share of CPU time that all backlogs of a process may use; the rest belongs to sales. */
const shareOfTime = 0.05
const longestRestMilliseconds = 1000

interface Batches {
  withinMilliseconds?: number | undefined
  rest?: (milliseconds: number) => Promise<unknown>
}

/** How many backlogs this process is working through. */
let underway = 0

/**
 * Works through a backlog in the background, batch by batch, resting after each unless nothing is left. The more
 * backlogs run at once, the longer each of them rests.
 * @param batch does part of the work and returns whether more is left
 * @param withinMilliseconds no batch begins after this time; the rest is left for the next round
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
