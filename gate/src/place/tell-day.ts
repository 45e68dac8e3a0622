const localeOf = (language: string) => (language === 'sw' ? 'sw-KE' : 'en-KE')

/** `Thursday, 15 July`, in local time. */
export function tellToday(at: Date, timeZone: string, language: string): string {
  return new Intl.DateTimeFormat(localeOf(language), {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  }).format(at)
}

/** `15 July 2027`, or from the first to the last. */
export function tellDays(days: readonly string[], language: string): string {
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return '–'
  const words = new Intl.DateTimeFormat(localeOf(language), {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
  return words.formatRange(new Date(`${first}T12:00Z`), new Date(`${last}T12:00Z`))
}
