import { Temporal } from 'temporal-polyfill'

export interface EventTimes {
  startsAt: Date
  endsAt: Date
  timezone: string
}

/** No event lasts longer, so no mistyped year makes a list without end. */
export const mostDays = 366

/** The calendar days that an event touches, in its own zone (`2027-07-15`). An end at midnight touches no new day. */
export function eventDays({ startsAt, endsAt, timezone }: EventTimes): string[] {
  const first = dayIn(timezone, startsAt.getTime())
  const last = dayIn(timezone, Math.max(startsAt.getTime(), endsAt.getTime() - 1))
  const count = Math.min(first.until(last).days + 1, mostDays)
  return Array.from({ length: count }, (_, number) => first.add({ days: number }).toString())
}

function dayIn(timezone: string, milliseconds: number): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO(timezone).toPlainDate()
}
