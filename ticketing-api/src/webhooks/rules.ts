/** How long after the first attempt and each one that failed the next one follows (Standard Webhooks 1.0.0). */
const waitSeconds = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400]
const longestPatienceSeconds = 86_400
/** So that what failed together is not tried together. */
const jitter = 0.1

export interface Failed {
  /** With the one that has just failed. */
  attempts: number
  now: Date
  retryAfterSeconds: number | undefined
  /** From 0 up to 1. */
  chance: number
}

/** When a delivery is tried next: not before its receiver asks for, within reason. Undefined after the last attempt. */
export function nextAttemptAt({ attempts, now, retryAfterSeconds = 0, chance }: Failed): Date | undefined {
  const wait = waitSeconds[attempts - 1]
  if (wait === undefined) return undefined
  const seconds = Math.max(wait * (1 + jitter * chance), Math.min(retryAfterSeconds, longestPatienceSeconds))
  return new Date(now.getTime() + seconds * 1000)
}

const patienceMilliseconds = 5 * 86_400_000

/** Nothing has reached it for so long that nobody is there. */
export const hasFailedForLong = (since: Date, now: Date): boolean =>
  now.getTime() - since.getTime() >= patienceMilliseconds
