import type { Locale } from '@event-sphere/contract/auth'

/** Kenyan habits in both languages: the day before the month, and 24 hours. */
const tagOf: Record<Locale, string> = { en: 'en-KE', sw: 'sw-KE' }
const dayParts = { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' } as const
const clockParts = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
const dayMilliseconds = 86_400_000

/** A calendar day, `2027-07-16`, as people say it: `Fri, 16 July 2027`. */
export function tellDay(day: string, locale: Locale): string {
  return tellDayOf(new Date(`${day}T12:00Z`), 'UTC', locale)
}

/** Several days: the first and the last if they are consecutive, otherwise each. */
export function tellDays(days: readonly string[], locale: Locale): string {
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return '–'
  if (days.length === 1) return tellDay(first, locale)
  if (isUnbroken(days)) return `${tellDay(first, locale)} – ${tellDay(last, locale)}`
  return days.map((day) => tellDay(day, locale)).join('; ')
}

/** The clock on the wall there, and whose clock it is: `08:00 EAT`. */
export function tellTime(at: Date, timezone: string): string {
  return `${tellClock(at, timezone)} ${tellZone(at, timezone)}`
}

/** From when to when: `Fri, 16 July 2027, 18:00–23:00 EAT`. */
export function tellPeriod(from: Date, to: Date, timezone: string, locale: Locale): string {
  const [firstDay, lastDay] = [tellDayOf(from, timezone, locale), tellDayOf(to, timezone, locale)]
  const [opens, closes] = [tellClock(from, timezone), tellTime(to, timezone)]
  if (firstDay === lastDay) return `${firstDay}, ${opens}–${closes}`
  return `${firstDay}, ${opens} – ${lastDay}, ${closes}`
}

function isUnbroken(days: readonly string[]): boolean {
  return days.every(
    (day, at) => at === 0 || Date.parse(day) - Date.parse(days[at - 1] ?? '') === dayMilliseconds,
  )
}

function tellDayOf(at: Date, timeZone: string, locale: Locale): string {
  return new Intl.DateTimeFormat(tagOf[locale], { ...dayParts, timeZone }).format(at)
}

/** The same digits in both languages. */
function tellClock(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-KE', { ...clockParts, timeZone }).format(at)
}

/** `EAT`: Unicode's English names for Kenya know the short names of Africa's zones, while its other names say GMT+3. */
export function tellZone(at: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-KE', {
    ...clockParts,
    timeZone,
    timeZoneName: 'short',
  }).formatToParts(at)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
}
