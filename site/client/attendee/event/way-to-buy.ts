import type { WireEvent, WireTicketType } from '../../../backend/event-cache/event-cache.ts'

interface Wanted {
  event: WireEvent
  ticketType?: WireTicketType
  isSignedIn: boolean
}

/** The way to the tickets of this event, and to one of them, which registering does not forget. */
export function wayToBuy({ event, ticketType, isSignedIn }: Wanted): string {
  const asked = new URLSearchParams({ event: event.slug, ...(ticketType && { ticket: ticketType.code }) })
  const choose = `/choose?${asked}`
  return isSignedIn ? choose : `/register?next=${encodeURIComponent(choose)}`
}
