import type { EventId, PurchaseId, TicketId, TicketTypeId } from '@event-sphere/contract/values/ids'

/** Of the event, as far as its tickets show it. */
export interface EventFacts {
  id: EventId
  code: string
  title: string
  slug: string
  timezone: string
  startsAt: Date
  endsAt: Date
  locationName: string | null
}

/** Of the ticket type, as far as its tickets show it. */
export interface TypeFacts {
  id: TicketTypeId
  number: number
  code: string
  name: string
  /** Days in the event's zone on which it opens the door. */
  admitsOn: readonly string[]
}

export interface TicketRow {
  id: TicketId
  purchaseId: PurchaseId
  serial: number
  typedCode: string
  status: 'valid' | 'transferred' | 'cancelled' | 'refunded'
  holderName: string | null
  issuedAt: Date
}

/** A ticket with all that is needed to show, print, sign or check it. */
export interface TicketFacts {
  ticket: TicketRow
  event: EventFacts
  type: TypeFacts
}
