export type Pace = {
  /** The first pause; each one after it is twice as long. */
  firstMilliseconds: number
  longestMilliseconds: number
  /** A life of this length wipes out what was before it. */
  healthyMilliseconds: number
}

const calm: Pace = { firstMilliseconds: 500, longestMilliseconds: 30_000, healthyMilliseconds: 60_000 }

/** How long to wait before something that ended is started again: longer each time, and never for good. */
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
