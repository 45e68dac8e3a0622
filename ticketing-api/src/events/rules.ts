import { type EventTimes, eventDays, mostDays } from './event-days.ts'

/** Codes to offer where none was given: `eldoret-business-summit-2026` is EBS2026, and EBS2026B where that is taken. */
export function codesFor({ slug, ...times }: { slug: string } & EventTimes): string[] {
  const parts = slug.split('-')
  const year = parts.find((part) => /^(19|20)\d\d$/.test(part)) ?? eventDays(times)[0]?.slice(0, 4) ?? ''
  const initials = parts.filter((part) => part !== year).map((part) => part.charAt(0))
  const code = `${initials.join('').toUpperCase().slice(0, 10) || 'E'}${year}`
  return [code, ...Array.from('BCDEFGHJKLMNPQRSTUVWXYZ', (letter) => `${code}${letter}`)]
}

type Fault = { pointer: string; message: string }

/** What is wrong with the instants of an event, if anything. */
export function faultOfTimes({ startsAt, endsAt }: EventTimes): Fault | undefined {
  const pointer = '/endDateTime'
  if (endsAt <= startsAt) return { pointer, message: 'endDateTime is after startDateTime' }
  const longest = (mostDays - 1) * 86_400_000
  return endsAt.getTime() - startsAt.getTime() > longest
    ? { pointer, message: 'endDateTime is within a year of startDateTime' }
    : undefined
}
