export type Pace = {
  /** The first pause; each one after it is twice as long. */
  firstMilliseconds: number
  longestMilliseconds: number
  /** After running this long, the pauses start again from the first. */
  healthyMilliseconds: number
}

const calm: Pace = { firstMilliseconds: 500, longestMilliseconds: 30_000, healthyMilliseconds: 60_000 }

/** How long to wait before a restart: longer each time, without giving up. */
export function paceStarts(pace: Pace = calm, now: () => number = () => performance.now()) {
  let ends = 0
  let startedAt = now()
  return {
    begins(): void {
      startedAt = now()
    },
    pauseAfterEnd(): number {
      if (now() - startedAt >= pace.healthyMilliseconds) ends = 0
      const pause = Math.min(pace.firstMilliseconds * 2 ** ends, pace.longestMilliseconds)
      ends += 1
      return pause
    },
  }
}
