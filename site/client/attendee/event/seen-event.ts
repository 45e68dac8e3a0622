import type { WireEvent, WireTicketType } from '../../../backend/event-cache/event-cache.ts'
import type { Holdings } from '../holdings.ts'

/** What every part of an event's page is drawn from. */
export interface SeenEvent {
  event: WireEvent
  ticketTypes: WireTicketType[]
  /** Above zero: the API is silent, and this was heard so many seconds ago. */
  ageSeconds: number
  holdings: Holdings
  isSignedIn: boolean
  now: string
  url: string
}
