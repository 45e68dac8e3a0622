import type { Language } from '../locales/words.ts'

const locales = { en: 'en-KE', sw: 'sw-KE' } as const

/** Creating a formatter costs a hundred times as much as using it. */
const formats = new Map<string, Intl.DateTimeFormat>()
const numbers = new Map<string, Intl.NumberFormat>()

function dateFormat(locale: string, wanted: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(wanted)
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, wanted)
  formats.set(key, format)
  return format
}

function numberFormat(locale: string, digits: number): Intl.NumberFormat {
  const key = `${locale} ${digits}`
  const wanted = { minimumFractionDigits: digits, maximumFractionDigits: digits }
  const format = numbers.get(key) ?? new Intl.NumberFormat(locale, wanted)
  numbers.set(key, format)
  return format
}

export interface EventTimes {
  startDateTime: string
  endDateTime: string
  timezone: string
}

/** "KSh 1,500", as Kenyans write it; the space does not break. */
export function formatMoney(shillings: number, language: Language): string {
  const digits = Number.isInteger(shillings) ? 0 : 2
  return `KSh\u00a0${numberFormat(locales[language], digits).format(shillings)}`
}

export function formatCount(count: number, language: Language): string {
  return numberFormat(locales[language], 0).format(count)
}

/** "15–17 July 2027", in the event's own zone. */
export function formatDays({ startDateTime, endDateTime, timezone }: EventTimes, language: Language): string {
  const format = dateFormat(locales[language], { dateStyle: 'long', timeZone: timezone })
  return format.formatRange(new Date(startDateTime), new Date(endDateTime)).replaceAll('\u2009', '')
}

/** "Thursday, 15 July". */
export function formatDay(at: string, timezone: string, language: Language): string {
  return part(at, timezone, language, { weekday: 'long', day: 'numeric', month: 'long' })
}

/** A calendar day without a time, `2027-07-16`, is the same everywhere. */
export function formatCalendarDay(
  day: string,
  language: Language,
  weekday: 'long' | 'short' = 'short',
): string {
  const month = weekday === 'long' ? 'long' : 'short'
  return part(`${day}T12:00:00Z`, 'UTC', language, { weekday, day: 'numeric', month })
}

/** "14:32 EAT". */
export function formatTime(at: string, timezone: string, language: Language): string {
  return `${formatHour(at, timezone, language)}\u00a0${zoneLabel(at, timezone)}`
}

export function formatHour(at: string, timezone: string, language: Language): string {
  return part(at, timezone, language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
}

/** "1 February, 00:00 EAT". */
export function formatMoment(at: string, timezone: string, language: Language): string {
  const day = part(at, timezone, language, { day: 'numeric', month: 'long' })
  return `${day}, ${formatTime(at, timezone, language)}`
}

/** "28 November 2026, 13:32 EAT", for texts that may be read in another year. */
export function formatDated(at: string, timezone: string, language: Language): string {
  const day = part(at, timezone, language, { day: 'numeric', month: 'long', year: 'numeric' })
  return `${day}, ${formatTime(at, timezone, language)}`
}

/** Only the Kenyan English locale has the zone's local name. */
export function zoneLabel(at: string, timezone: string): string {
  const format = dateFormat('en-KE', { timeZone: timezone, timeZoneName: 'short' })
  return format.formatToParts(new Date(at)).find(({ type }) => type === 'timeZoneName')?.value ?? timezone
}

function part(at: string, timeZone: string, language: Language, wanted: Intl.DateTimeFormatOptions): string {
  return dateFormat(locales[language], { ...wanted, timeZone }).format(new Date(at))
}
