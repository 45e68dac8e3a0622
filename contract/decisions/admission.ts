import type { ScanResult } from '../check-in.ts'

/** What is known of a ticket at a door; the same facts on a device without a network and in the API. */
export interface AdmissionFacts {
  ticketStatus: 'valid' | 'transferred' | 'cancelled' | 'refunded'
  /** Days on which the ticket opens the door, in the event's zone, `2027-07-16`. */
  admitsOn: readonly string[]
  /** The event's calendar day at the moment of the scan. */
  today: string
  /** Of an admission of this ticket on this day, where there was one. */
  wasAdmittedToday: boolean
}

/** One entry a ticket a day. Facts in, word out: no clock, no store. */
export function decideAdmission(facts: AdmissionFacts): ScanResult {
  if (facts.ticketStatus !== 'valid') return facts.ticketStatus
  const first = facts.admitsOn[0]
  const last = facts.admitsOn.at(-1)
  if (first === undefined || last === undefined) return 'not_today'
  if (facts.today < first) return 'not_yet'
  if (facts.today > last) return 'too_late'
  if (!facts.admitsOn.includes(facts.today)) return 'not_today'
  return facts.wasAdmittedToday ? 'already_admitted' : 'admitted'
}
