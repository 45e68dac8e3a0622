import { admissionOf, choicesFor, isOnSale } from '../offers.ts'
import type { SeenEvent } from './event-page.tsx'

/** Where a visitor stands with an event; each situation has one thing to do next. */
export type Situation =
  | 'cancelled'
  | 'over'
  | 'registered'
  | 'payment_pending'
  | 'open'
  | 'not_started'
  | 'sold_out'
  | 'closed'

export function situationOf({ event, ticketTypes, holdings, now }: SeenEvent): Situation {
  if (event.status === 'cancelled') return 'cancelled'
  if (new Date(event.endDateTime) < new Date(now)) return 'over'
  const admission = admissionOf(ticketTypes)
  if (admission && holdings.ticketTypeIds.includes(admission.id)) return 'registered'
  if (holdings.pending.length > 0) return 'payment_pending'
  if (admission && isOnSale(admission)) return 'open'
  if (admission?.saleState === 'not_started') return 'not_started'
  return admission?.saleState === 'sold_out' ? 'sold_out' : 'closed'
}

/** What somebody registered may still add, such as the gala night. */
export function additionOf({ ticketTypes, holdings }: SeenEvent) {
  return choicesFor(ticketTypes, holdings.ticketTypeIds)[0]?.ticketTypes.at(-1)
}
