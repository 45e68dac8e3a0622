import type { Place } from './place.ts'

export interface EventPlaces {
  eventId: string
  title: string
  timezone: string
  days: readonly string[]
  places: readonly Place[]
}

/** The local calendar day, `2027-07-16`. */
export function dayThere(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone }).format(at)
}

/** For this long after midnight, a night still belongs to the day before. */
const nightMs = 6 * 3600_000

/** The events that may be open now; if there are none, all upcoming events. */
export function eventsOf(places: readonly Place[], now: Date): readonly EventPlaces[] {
  const ids = [...new Set(places.map(({ eventId }) => eventId))]
  const all = ids.flatMap((id) => asEvent(places.filter(({ eventId }) => eventId === id)))
  const today = all.filter((event) => isToday(event, now))
  return today.length > 0 ? today : all
}

export function isToday({ days, timezone }: Pick<EventPlaces, 'days' | 'timezone'>, now: Date): boolean {
  const lastEvening = new Date(now.getTime() - nightMs)
  return days.includes(dayThere(now, timezone)) || days.includes(dayThere(lastEvening, timezone))
}

/** The device's entrance in its present state, if it can still be chosen. */
export function stillThere(kept: Place | undefined, events: readonly EventPlaces[]): Place | undefined {
  return events.flatMap(({ places }) => places).find(({ entranceId }) => entranceId === kept?.entranceId)
}

function asEvent(places: readonly Place[]): EventPlaces[] {
  const [first] = places
  if (!first) return []
  const { eventId, eventTitle: title, timezone, eventDays: days } = first
  return [{ eventId, title, timezone, days, places }]
}
