import type { Problem } from '@event-sphere/contract/problem'

/** While the database moves, a client that asks again in this time finds it back or asks once more. */
const unavailableSeconds = 2

/** What `retryAt` says, in seconds from now; nothing if asking again would not help. */
export function retryAfterSeconds({ status, retryAt }: Problem, now: Date): number | undefined {
  if (retryAt === undefined) return status === 503 ? unavailableSeconds : undefined
  return Math.max(1, Math.ceil((Date.parse(retryAt) - now.getTime()) / 1000))
}
