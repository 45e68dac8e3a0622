import type { WallClock } from '@event-sphere/contract/decisions/admission'
import { Temporal } from 'temporal-polyfill'

/** The clock on the wall there at that moment: `2027-07-16`, `17:45`. */
export function wallClockThere(at: Date, timezone: string): WallClock {
  const there = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timezone)
  return {
    day: there.toPlainDate().toString(),
    time: there.toPlainTime().toString({ smallestUnit: 'minute', roundingMode: 'floor' }),
  }
}
