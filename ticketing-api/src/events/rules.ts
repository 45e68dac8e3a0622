import type { FieldFault } from '../call/field-fault.ts'

export interface EventTimes {
  startsAt: Date
  endsAt: Date
}

/** No event lasts longer, so no mistyped year makes a list of days without end. */
const longestMilliseconds = 366 * 86_400_000

/** What is wrong with the instants of an event, if anything. */
export function faultOfTimes({ startsAt, endsAt }: EventTimes): FieldFault | undefined {
  const pointer = '/endDateTime'
  const lasts = endsAt.getTime() - startsAt.getTime()
  if (lasts <= 0) return { pointer, fault: 'end_after_start' }
  if (lasts > longestMilliseconds) return { pointer, fault: 'within_a_year' }
  return undefined
}

/** What is wrong with the instants of a sub-event, if anything: it lies within its parent. */
export function faultOfPart(part: EventTimes, parent: EventTimes): FieldFault | undefined {
  if (part.startsAt < parent.startsAt)
    return {
      pointer: '/startDateTime',
      fault: 'within_parent_start',
      values: { limit: parent.startsAt.toISOString() },
    }
  if (part.endsAt > parent.endsAt)
    return {
      pointer: '/endDateTime',
      fault: 'within_parent_end',
      values: { limit: parent.endsAt.toISOString() },
    }
  return undefined
}

/** The same, said of a parent whose own instants change. */
export function faultOfParent(parent: EventTimes, parts: EventTimes): FieldFault | undefined {
  if (parts.startsAt < parent.startsAt)
    return {
      pointer: '/startDateTime',
      fault: 'around_parts_start',
      values: { limit: parts.startsAt.toISOString() },
    }
  if (parts.endsAt > parent.endsAt)
    return {
      pointer: '/endDateTime',
      fault: 'around_parts_end',
      values: { limit: parts.endsAt.toISOString() },
    }
  return undefined
}

/** Codes to offer if none was given: `eldoret-business-summit-2026` is EBS2026, and EBS2026B if that is taken. */
export function codesFor({
  slug,
  startsAt,
  timezone,
}: {
  slug: string
  startsAt: Date
  timezone: string
}): string[] {
  const parts = slug.split('-')
  const year = parts.find((part) => /^(?:19|20)\d\d$/.test(part)) ?? yearIn(timezone, startsAt)
  const initials = parts.filter((part) => part !== year).map((part) => part.charAt(0))
  const code = `${initials.join('').toUpperCase().slice(0, 10) || 'E'}${year}`
  return [code, ...Array.from('BCDEFGHJKMNPQRSTUVWXYZ', (letter) => `${code}${letter}`)]
}

function yearIn(timeZone: string, instant: Date): string {
  return new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', numberingSystem: 'latn' }).format(instant)
}
