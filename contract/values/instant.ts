import { z } from 'zod'
import { broken } from '../faults.ts'

/** ISO 8601 with an offset on the wire (`2027-07-15T08:00:00+03:00`, `…Z`); a Date internally. Replies are in UTC. */
export const instant = z.codec(z.iso.datetime({ offset: true }), z.date(), {
  decode: (text) => new Date(text),
  encode: (date) => date.toISOString(),
})

/** A calendar day in the event's own zone, `2027-07-16`. */
export const day = z.iso.date()

/** A local time of day in the event's own zone, `17:30`. */
export const clockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, broken('time_of_day'))

export const timezone = z
  .string()
  .max(64)
  .regex(/^[A-Za-z]/, broken('timezone'))
  .refine(isTimezone, broken('timezone'))

function isTimezone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}
