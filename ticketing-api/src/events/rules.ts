interface EventTimes {
  startsAt: Date
  endsAt: Date
}

/** No event lasts longer, so no mistyped year makes a list of days without end. */
const longestMilliseconds = 366 * 86_400_000

/** What is wrong with the instants of an event, if anything. */
export function faultOfTimes({ startsAt, endsAt }: EventTimes) {
  const pointer = '/endDateTime'
  const lasts = endsAt.getTime() - startsAt.getTime()
  if (lasts <= 0) return { pointer, message: 'endDateTime is after startDateTime' }
  if (lasts > longestMilliseconds)
    return { pointer, message: 'endDateTime is within a year of startDateTime' }
  return undefined
}

/** Codes to offer where none was given: `eldoret-business-summit-2026` is EBS2026, and EBS2026B where that is taken. */
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
