import type { ScanResult } from '../check-in.ts'

/** Local date and time at the event: `{ day: '2027-07-16', time: '17:45' }`. */
export interface WallClock {
  day: string
  time: string
}

/** When an entrance opens and closes; null means no limit. */
export interface EntranceHours {
  days: readonly string[] | null
  opensAt: string | null
  closesAt: string | null
}

/** What is known about a ticket at an entrance; an offline device and the API use the same facts. */
export interface AdmissionFacts {
  ticketStatus: 'valid' | 'transferred' | 'cancelled' | 'refunded'
  /** Whether the ticket belongs to the entrance's event. */
  isOfEvent: boolean
  eventStatus: 'draft' | 'published' | 'cancelled'
  /** Whether tickets of this type open this entrance. */
  isAdmittedHere: boolean
  /** Days on which the ticket is valid, in the event's zone. */
  admitsOn: readonly string[]
  entrance: EntranceHours
  now: WallClock
  /** Whether this ticket was admitted at this entrance on the day of the scan (see `admissionDay`). */
  wasAdmittedToday: boolean
  /** Whether the entrance has admitted its capacity for today. */
  isFull: boolean
}

/** One admission per ticket, entrance and day. A pure function: no clock, no store. */
export function decideAdmission(facts: AdmissionFacts): ScanResult {
  if (!facts.isOfEvent) return 'wrong_event'
  if (facts.ticketStatus !== 'valid') return facts.ticketStatus
  if (facts.eventStatus === 'cancelled') return 'cancelled'
  if (facts.eventStatus === 'draft') return 'not_yet'
  if (!facts.isAdmittedHere) return 'not_here'
  const mistimed = judgeTime(facts)
  if (mistimed) return mistimed
  if (facts.wasAdmittedToday) return 'already_admitted'
  return facts.isFull ? 'full' : 'admitted'
}

/**
 * The day to which an admission belongs: the calendar day, or the day before if it is past midnight and an entrance
 * that closes after midnight is still open.
 */
export function admissionDay({ opensAt, closesAt }: EntranceHours, now: WallClock): string {
  const closesNextDay = opensAt !== null && closesAt !== null && closesAt <= opensAt
  return closesNextDay && now.time < closesAt ? dayBefore(now.day) : now.day
}

/** Days on which a ticket opens an entrance. */
export function commonDays(admitsOn: readonly string[], days: readonly string[] | null): readonly string[] {
  return days === null ? admitsOn : admitsOn.filter((day) => days.includes(day))
}

function judgeTime({
  admitsOn,
  entrance,
  now,
}: AdmissionFacts): 'not_today' | 'not_yet' | 'too_late' | undefined {
  const days = commonDays(admitsOn, entrance.days)
  const today = admissionDay(entrance, now)
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return 'not_today'
  if (today < first) return 'not_yet'
  if (today > last) return 'too_late'
  if (!days.includes(today)) return 'not_today'
  return judgeHours(entrance, now)
}

function judgeHours(entrance: EntranceHours, now: WallClock): 'not_yet' | 'too_late' | undefined {
  // Past midnight, in a night that began the day before: admissionDay has checked the closing time.
  if (admissionDay(entrance, now) !== now.day) return undefined
  const { opensAt, closesAt } = entrance
  if (opensAt !== null && now.time < opensAt) return 'not_yet'
  const closesToday = closesAt !== null && (opensAt === null || closesAt > opensAt)
  return closesToday && now.time >= closesAt ? 'too_late' : undefined
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}
