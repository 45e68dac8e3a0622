interface Moment {
  /** ISO instants by the API's clock. */
  at: string
  now: string
  timezone: string
  language: string
}

/** `08:42` in the event's zone, preceded by the day if it is not today. */
export function tellTime({ at, now, timezone, language }: Moment): string {
  const dayOf = new Intl.DateTimeFormat('en-CA', { timeZone: timezone })
  const isSameDay = dayOf.format(new Date(at)) === dayOf.format(new Date(now))
  return new Intl.DateTimeFormat(localeOf(language), {
    timeZone: timezone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(!isSameDay && { weekday: 'short', day: 'numeric', month: 'short' }),
  }).format(new Date(at))
}

const steps = [
  { unit: 'hour', seconds: 3600 },
  { unit: 'minute', seconds: 60 },
  { unit: 'second', seconds: 1 },
] as const

/** `3 minutes ago`. */
export function tellAge({ at, now, language }: Omit<Moment, 'timezone'>): string {
  const age = Math.max(0, Math.round((Date.parse(now) - Date.parse(at)) / 1000))
  const step = steps.find(({ seconds }) => age >= seconds) ?? steps[2]
  const words = new Intl.RelativeTimeFormat(localeOf(language), { numeric: 'auto' })
  return words.format(-Math.floor(age / step.seconds), step.unit)
}

const localeOf = (language: string) => (language === 'sw' ? 'sw-KE' : 'en-KE')
