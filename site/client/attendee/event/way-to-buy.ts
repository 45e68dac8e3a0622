import type { WireEvent, WireTicketType } from '../../../backend/event-cache/event-cache.ts'

interface Wanted {
  event: WireEvent
  ticketType?: WireTicketType
  isSignedIn: boolean
}

/** The address for buying this event's tickets; a chosen ticket type is kept through registration. */
export function wayToBuy({ event, ticketType, isSignedIn }: Wanted): string {
  const asked = new URLSearchParams({ event: event.slug, ...(ticketType && { ticket: ticketType.code }) })
  const choose = `/choose?${asked}`
  return isSignedIn ? choose : `/register?next=${encodeURIComponent(choose)}`
}
