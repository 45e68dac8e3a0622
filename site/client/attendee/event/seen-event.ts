import type { WireEvent, WireTicketType } from '../../../backend/event-cache/event-cache.ts'
import type { Holdings } from '../holdings.ts'

/** The data of every part of an event's page. */
export interface SeenEvent {
  event: WireEvent
  ticketTypes: WireTicketType[]
  /** Above zero if the API does not answer: the data is this many seconds old. */
  ageSeconds: number
  holdings: Holdings
  isSignedIn: boolean
  now: string
  url: string
}
