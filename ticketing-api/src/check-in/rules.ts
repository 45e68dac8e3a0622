import { Temporal } from 'temporal-polyfill'

const aheadMilliseconds = 5 * 60_000
const behindMilliseconds = 7 * 24 * 3600_000

/**
 * When a scan happened: what the device says, where that can be. A device may hand in what it saw while it had no
 * network; a clock that is off further than that decides nothing.
 */
export function scannedWhen(claimed: Date | undefined, now: Date): Date {
  if (!claimed) return now
  const ahead = claimed.getTime() - now.getTime()
  return ahead <= aheadMilliseconds && ahead >= -behindMilliseconds ? claimed : now
}

/** The calendar day there at that moment, `2027-07-16`. */
export function dayThere(at: Date, timezone: string): string {
  const there = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timezone)
  return there.toPlainDate().toString()
}
